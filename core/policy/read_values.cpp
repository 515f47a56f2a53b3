#include <algorithm>
#include <array>

#include "core/base/decimal.h"
#include "core/base/money.h"
#include "core/policy/reading.h"

namespace mingbai::policy {

const std::vector<std::string>& application_kinds() {
  static const std::vector<std::string> kinds{
      "remote_care", "special_disease", "provider_selection", "negotiated_drug", "recheck",
      "late_entry",  "manual_claim",    "enrolment",          "readiness",       "procurement"};
  return kinds;
}

const std::vector<std::string>& care_kinds() {
  static const std::vector<std::string> kinds{"inpatient",    "outpatient",      "special_disease",
                                              "two_diseases", "negotiated_drug", "day_surgery"};
  return kinds;
}

std::vector<std::string> read_kinds(const Element& element) {
  auto kinds = element.texts("kinds");
  for (const auto& kind : kinds)
    if (std::ranges::find(application_kinds(), kind) == application_kinds().end())
      element.fault(Fault::unknown_value, "kinds", kind, application_kinds());
  return kinds;
}

std::vector<std::string> read_care(const Element& element, std::uint32_t& bits) {
  auto cares = element.texts("care");
  for (const auto& care : cares) {
    const auto it = std::ranges::find(care_kinds(), care);
    if (it == care_kinds().end())
      element.fault(Fault::unknown_value, "care", care, care_kinds());
    else
      bits |= 1u << (it - care_kinds().begin());
  }
  return cares;
}

Period read_period(const Element& element, Period otherwise) {
  const auto from = element.date("effective_from"), to = element.date("effective_to");
  Period out{from.value_or(otherwise.from), to.value_or(otherwise.to)};
  if (out.to < out.from)
    element.fault(Fault::to_before_from, "effective_to", to_iso(out.to), {to_iso(out.from)});
  return out;
}

const std::vector<std::string>& status_keys() {
  static const std::vector<std::string> keys{"in_force", "draft", "assumed", "repealed"};
  return keys;
}

Authority read_authority(Reading& reading, const Element& element) {
  Authority out;
  out.place = element.place();
  out.note = element.words_or_none("note");
  out.untested = element.text_or("untested", "");
  Status status = Status::in_force;
  Period period;
  if (const auto source = element.object("source")) {
    source->only({"document", "clause"});
    out.source.document = source->text("document");
    out.source.clause = source->text("clause");
    if (source->has("clause") && out.source.clause.empty())
      source->fault(Fault::pack_missing_source, "clause");
    if (const Document* document = reading.policy.document(out.source.document)) {
      status = document->status;
      period = document->effective;
    } else if (!out.source.document.empty()) {
      std::vector<std::string> known;
      for (const auto& d : reading.policy.documents) known.push_back(d.id);
      source->fault(Fault::pack_dangling_reference, "document", out.source.document, known);
    }
  } else {
    element.fault(Fault::pack_missing_source, "source");
  }
  const auto own = parse_status(element.one_of("status", status_keys(), false));
  out.source.status = own.value_or(status);
  out.source.effective = read_period(element, period);
  return out;
}

std::vector<std::string> domain_of(const Policy& policy, Fact fact) {
  return fact == Fact::insured_scheme ? policy.scheme_keys(std::nullopt) : policy.dictionary.keys(fact);
}

std::optional<Fact> read_fact_name(Reading& reading, const Element& at, std::string_view key,
                                   const std::string& name) {
  const auto fact = find_fact(name);
  if (fact && reading.policy.dictionary.of(*fact).listed) return fact;
  std::vector<std::string> known;
  for (const auto& candidate : fact_names())
    if (reading.policy.dictionary.of(*find_fact(candidate)).listed) known.push_back(candidate);
  at.fault(Fault::pack_unknown_fact, key, name, known);
  return std::nullopt;
}

std::optional<Fact> read_fact(Reading& reading, const Element& element, std::string_view key) {
  const std::string name = element.text(key);
  if (name.empty()) return std::nullopt;
  return read_fact_name(reading, element, key, name);
}

std::optional<std::int64_t> read_amount(const Element& element, std::string_view key, Unit unit) {
  const Json* value = element.find(key);
  if (value == nullptr) {
    element.fault(Fault::missing_key, key);
    return std::nullopt;
  }
  if (unit == Unit::money && value->is_string())
    if (const auto money = parse_money(value->get_ref<const std::string&>()); money && money->fen >= 0)
      return money->fen;
  if (unit == Unit::ratio && value->is_string())
    if (const auto ratio = parse_ratio(value->get_ref<const std::string&>())) return ratio->basis_points;
  if (unit == Unit::decimal && value->is_string())
    if (const auto decimal = parse_decimal(value->get_ref<const std::string&>()))
      return decimal->ten_thousandths;
  if (unit >= Unit::days && unit <= Unit::count && value->is_number_integer())
    if (const auto n = value->get<std::int64_t>(); n >= 0 && n < 1'000'000) return n;
  element.fault(Fault::pack_bad_value, key, contract::plain(*value),
                {unit == Unit::money     ? "\"1000.00\""
                 : unit == Unit::ratio   ? "\"80%\""
                 : unit == Unit::decimal ? "\"0.68\""
                                         : "6"});
  return std::nullopt;
}

std::optional<std::int64_t> read_value(Reading& reading, Fact fact, const Element& at, std::string_view key,
                                       const Json& json) {
  const auto refuse = [&](std::vector<std::string> allowed) -> std::optional<std::int64_t> {
    at.fault(Fault::pack_bad_value, key, contract::plain(json), std::move(allowed));
    return std::nullopt;
  };
  const std::string text = json.is_string() ? json.get<std::string>() : "";
  switch (type_of(fact)) {
    case FactType::boolean:
      return json.is_boolean() ? std::optional<std::int64_t>(json.get<bool>()) : refuse({"true", "false"});
    case FactType::integer:
      return json.is_number_integer() ? std::optional(json.get<std::int64_t>()) : refuse({"3"});
    case FactType::money: {
      const auto money = parse_money(text);
      return money ? std::optional(money->fen) : refuse({"\"1000.00\""});
    }
    case FactType::ratio: {
      const auto ratio = parse_ratio(text);
      return ratio ? std::optional<std::int64_t>(ratio->basis_points) : refuse({"\"80%\""});
    }
    case FactType::decimal: {
      const auto decimal = parse_decimal(text);
      return decimal ? std::optional(decimal->ten_thousandths) : refuse({"\"0.68\""});
    }
    case FactType::date: {
      const auto date = parse_date(text);
      return date ? std::optional<std::int64_t>(date->days) : refuse({"\"2026-11-21\""});
    }
    case FactType::region: {
      const auto region = parse_region(text);
      return region ? region : refuse({"\"442000\""});
    }
    case FactType::enumeration:
    case FactType::text:
    case FactType::list:
      break;
  }
  if (!json.is_string()) return refuse({});
  const auto domain = domain_of(reading.policy, fact);
  if (!domain.empty() && std::ranges::find(domain, text) == domain.end()) {
    at.fault(Fault::unknown_value, key, text, domain);
    return std::nullopt;
  }
  return reading.policy.symbols.intern(text);
}

std::optional<std::uint32_t> read_parameter_reference(Reading& reading, const Element& element,
                                                      std::string_view key, Unit unit) {
  const std::string id = element.text(key);
  if (id.empty()) return std::nullopt;
  if (const auto index = reading.policy.parameter_index(id)) {
    if (reading.policy.parameters[*index].unit == unit) return index;
    element.fault(Fault::pack_bad_value, key, id);
    return std::nullopt;
  }
  std::vector<std::string> known;
  for (const auto& p : reading.policy.parameters) known.push_back(p.id);
  element.fault(Fault::pack_dangling_reference, key, id, known);
  return std::nullopt;
}

std::optional<std::uint32_t> read_table_reference(Reading& reading, const Element& element,
                                                  std::string_view key, Unit unit) {
  const std::string id = element.text(key);
  if (id.empty()) return std::nullopt;
  if (const auto index = reading.policy.table_index(id)) {
    if (reading.policy.tables[*index].output == unit) return index;
    element.fault(Fault::pack_bad_value, key, id);
    return std::nullopt;
  }
  std::vector<std::string> known;
  for (const auto& t : reading.policy.tables) known.push_back(t.id);
  element.fault(Fault::pack_dangling_reference, key, id, known);
  return std::nullopt;
}

}  // namespace mingbai::policy
