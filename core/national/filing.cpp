#include "core/national/filing.h"

#include <algorithm>

#include "core/contract/fields.h"
#include "core/contract/messages.h"
#include "core/eligibility/check.h"
#include "core/filing/civil_day.h"
#include "core/policy/facts.h"
#include "core/policy/policy.h"

namespace mingbai::national {
namespace {

using contract::Fault;
using contract::member;
using eligibility::Application;

constexpr std::string_view beside_the_message[] = {"national", "life", "receipt", "state", "events"};

const Json& at(const Json& tree, std::string_view key) {
  static const Json nothing;
  const Json* found = tree.is_object() ? member(tree, key) : nullptr;
  return found == nullptr ? nothing : *found;
}

// The `check` message of the input, as JSON: the record's payload, or the input less what stands beside it.
std::expected<Json, Findings> message_of(const Json& root) {
  const Json& payload = at(root, "payload");
  if (payload.is_string()) return contract::parse_json(payload.get_ref<const std::string&>());
  if (payload.is_object()) return payload;
  Json out = Json::object();
  for (auto it = root.begin(); root.is_object() && it != root.end(); ++it)
    if (std::ranges::find(beside_the_message, it.key()) == std::end(beside_the_message)) out[it.key()] = *it;
  return out;
}

std::string distance(const std::string& home, const std::string& place) {
  const auto from = policy::parse_region(home), to = policy::parse_region(place);
  if (!from || !to) return "";
  if (policy::prefecture_of(*from) == policy::prefecture_of(*to)) return "same_prefecture";
  return *from / 10000 == *to / 10000 ? "same_province" : "other_province";
}

std::string last_event(const Json& events, std::string_view type, std::string_view key) {
  std::string out;
  if (!events.is_array()) return out;
  for (const Json& event : events)
    if (text_at(event, "type") == type) out = text_at(event, key).value_or(out);
  return out;
}

std::string day_of_last(const Json& events, std::string_view type) {
  if (auto day = last_event(events, type, "day"); !day.empty()) return day;
  const auto moment = sync::read_utc(last_event(events, type, "at"));
  return moment ? to_iso(filing::day_in_china(*moment)) : "";
}

// What a record knows beyond its payload, and what the pack knows of the codes in it.
class Laying {
 public:
  Laying(const policy::Library& library, const Json& root, const Application& asked, const Json& message)
      : library_(library), policy_(*library.find(asked.policy)), root_(root), asked_(asked) {
    names_ = at(at(root, "national"), "names");
    facts_["insured"] = at(message, "insured");
    facts_["application"] = at(message, "application");
  }

  Filing filing() {
    Filing out;
    out.id = text_at(root_, "filing").value_or("");
    out.kind = asked_.kind;
    out.category = asked_.category.value_or("");
    out.stage = text_at(root_, "life.stage").value_or(text_at(root_, "state") == "refused" ? "refused" : "");
    out.insured_region = asked_.insured.region.value_or(policy_.region);
    lay_facts(out.insured_region);
    for (std::size_t i = 0; asked_.providers && i < asked_.providers->size(); ++i)
      out.selected.push_back(selected((*asked_.providers)[i], i));
    if (out.selected.empty()) out.selected.push_back(selected(asked_.provider, 0));
    out.facts = std::move(facts_);
    const Json& national = at(root_, "national");
    out.header = at(national, "header");
    out.given = national.is_object() ? national : Json::object();
    out.given.erase("header");
    out.given.erase("names");
    return out;
  }

 private:
  void put(const char* group, const char* key, const std::string& value) {
    if (!value.empty()) facts_[group][key] = value;
  }

  void lay_facts(const std::string& home) {
    const bool remote = asked_.kind == "remote_care";
    facts_["insured"]["region"] = home;
    if (asked_.insured.scheme) put("scheme", "key", policy_.id + "/" + *asked_.insured.scheme);
    lay_benefit();
    const Json& events = at(root_, "events");
    put("confirmed", "on", day_of_last(events, "confirmed"));
    for (const auto* end : {"cancelled", "withdrawn"})
      put("cancellation", "reason", last_event(events, end, "reason"));
    put("disease", "name", disease_name());
    put("provider", "name", institution_name(asked_.provider));
    put("selection", "purpose", asked_.disease.code ? "special_disease" : "place_of_care");
    put("care", "region", remote ? home : asked_.provider.region.value_or(home));
    if (!remote || !asked_.care_region) return;
    put("transfer", "distance", distance(home, *asked_.care_region));
    if (!asked_.provider.region ||
        distance(*asked_.provider.region, *asked_.care_region) != "same_prefecture")
      return;
    put("destination", "code", asked_.provider.code.value_or(""));
    put("destination", "name", institution_name(asked_.provider));
  }

  // The decision's own days; of an application not decided yet those that `check` would give.
  void lay_benefit() {
    if (const auto from = text_at(root_, "life.effective_from")) {
      put("benefit", "from", *from);
      return put("benefit", "to", text_at(root_, "life.effective_to").value_or(""));
    }
    Application asked = asked_;
    if (const auto received = text_at(root_, "receipt.received_at"); received && !asked.as_of) {
      if (const auto moment = sync::read_utc(*received)) asked.as_of = filing::day_in_china(*moment);
      asked.statuses = {true, false, true};
    }
    const auto result = eligibility::check(library_, asked);
    const auto from = result.benefit_from ? result.benefit_from : asked.from;
    const auto to = result.benefit_to ? result.benefit_to : asked.to;
    if (from) put("benefit", "from", to_iso(*from));
    if (to) put("benefit", "to", to_iso(*to));
  }

  std::string named(const std::string& code) const { return text_at(names_, code).value_or(""); }

  std::string disease_name() const {
    if (!asked_.disease.code) return "";
    if (auto name = named(*asked_.disease.code); !name.empty()) return name;
    const auto entry =
        std::ranges::find(policy_.catalogues.diseases, *asked_.disease.code, &policy::DiseaseEntry::code);
    return entry == policy_.catalogues.diseases.end() ? "" : entry->label.zh;
  }

  std::string institution_name(const eligibility::ApplicationProvider& provider) const {
    if (!provider.code) return "";
    if (auto name = named(*provider.code); !name.empty()) return name;
    const auto& list = policy_.catalogues.institutions;
    const auto entry = std::ranges::find(list, *provider.code, &policy::InstitutionEntry::code);
    return entry == list.end() ? "" : entry->label.zh;
  }

  Json selected(const eligibility::ApplicationProvider& provider, std::size_t index) const {
    Json out = Json::object();
    out["code"] = provider.code ? Json(*provider.code) : Json(nullptr);
    out["name"] = institution_name(provider);
    out["order"] = std::to_string(index + 1);
    return out;
  }

  const policy::Library& library_;
  const policy::Policy& policy_;
  const Json& root_;
  const Application& asked_;
  Json names_;
  Json facts_ = Json::object();
};

}  // namespace

std::optional<std::string> text_at(const Json& tree, std::string_view path) {
  const Json* place = &tree;
  for (std::size_t from = 0; from <= path.size();) {
    const std::size_t end = std::min(path.find('.', from), path.size());
    place = place->is_object() ? member(*place, path.substr(from, end - from)) : nullptr;
    if (place == nullptr) return std::nullopt;
    from = end + 1;
  }
  if (place->is_number_integer()) return contract::dump(*place);
  if (!place->is_string()) return std::nullopt;
  const auto& text = place->get_ref<const std::string&>();
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) return std::nullopt;
  return text;
}

void check_given(const Json* object, const std::string& path, const std::vector<std::string>& known,
                 Findings& findings) {
  const contract::Fields fields(object, path, findings);
  for (const auto& key : fields.keys()) {
    if (std::ranges::find(known, key) == known.end())
      fields.fault(Fault::unknown_key, key, key, known);
    else if (const Json& value = (*object)[key]; !value.is_string() && !value.is_null())
      findings.push_back(
          contract::finding(Fault::wrong_type, fields.path(key), contract::plain(value), {"text"}));
  }
}

std::expected<Filing, Findings> read_filing(const Tables& tables, const policy::Library& library,
                                            std::string_view text) {
  const auto root = contract::parse_json(text);
  if (!root) return std::unexpected(root.error());
  const auto message = message_of(*root);
  if (!message) return std::unexpected(message.error());
  const auto application = contract::read_application(library, contract::dump(*message));
  Findings findings;
  if (!application) findings = application.error();
  if (const Json* national = member(*root, "national")) {
    auto known = tables.body_fields();
    Json flat = *national;
    if (flat.is_object()) {
      check_given(member(*national, "header"), "national.header", tables.envelope_fields(), findings);
      flat.erase("header");
      flat.erase("names");
    }
    check_given(&flat, "national", known, findings);
  }
  if (!findings.empty()) return std::unexpected(std::move(findings));
  return Laying(library, *root, *application, *message).filing();
}

}  // namespace mingbai::national
