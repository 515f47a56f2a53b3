#include <algorithm>

#include "core/policy/reading.h"

namespace mingbai::policy {
namespace {

// {parameter:id} in a text must name a parameter, any other {…} a fact.
void check_fills(Reading& reading, const Element& element, std::string_view key, const Text& text) {
  for (const std::string* words : {&text.zh, &text.en}) {
    for (std::size_t at = 0; (at = words->find('{', at)) != std::string::npos; ++at) {
      const auto end = words->find('}', at);
      if (end == std::string::npos) return element.fault(Fault::pack_bad_value, key, words->substr(at));
      const std::string name = words->substr(at + 1, end - at - 1);
      if (name.starts_with("parameter:")) {
        if (!reading.policy.parameter_index(name.substr(10)))
          element.fault(Fault::pack_dangling_reference, key, name.substr(10));
      } else {
        read_fact_name(reading, element, key, name);
      }
    }
  }
}

void check_scalar_list(const Element& element, std::string_view key, std::vector<std::string>& out) {
  const Json* list = element.find(key);
  if (list == nullptr) return;
  if (!list->is_array())
    return element.fault(Fault::wrong_type, key, contract::kind_of(*list).en, {"a list"});
  for (const Json& value : *list) out.push_back(contract::plain(value));
}

}  // namespace

void read_requirement(Reading& reading, const Element& element) {
  element.only({"code", "kinds", "care", "effect", "when", "must", "fact", "message", "remedy", "met",
                "allowed", "verdict", "effective_from", "effective_to", "status", "source", "note",
                "untested"});
  Requirement out;
  out.code = element.text("code");
  out.kinds = read_kinds(element);
  out.care = read_care(element, out.care_bits);
  if (!out.kinds.empty() && !out.care.empty())
    element.fault(Fault::pack_bad_value, "care", "kinds, care", {"kinds", "care"});
  if (element.one_of("effect", {"no_benefit", "remark"}, false) == "remark") out.effect = Effect::remark;
  if (element.has("effect") && out.care.empty())
    element.fault(Fault::unknown_key, "effect", "effect", {"care"});
  out.when = read_predicate(reading, element, "when");
  if (!element.has("must")) element.fault(Fault::missing_key, "must");
  out.must = read_predicate(reading, element, "must");
  if (read_fact(reading, element, "fact")) out.fact = element.text("fact");
  out.message = element.words("message");
  out.remedy = element.words("remedy");
  out.met = element.words("met");
  check_fills(reading, element, "message", out.message);
  check_fills(reading, element, "remedy", out.remedy);
  check_fills(reading, element, "met", out.met);
  check_scalar_list(element, "allowed", out.allowed);
  out.refuses = element.one_of("verdict", {"not_eligible", "incomplete"}, false) != "incomplete";
  out.authority = read_authority(reading, element);
  reading.policy.requirements.push_back(std::move(out));
}

void read_required_document(Reading& reading, const Element& element, std::vector<RequiredDocument>& into) {
  element.only({"key", "any_of", "label", "note", "remedy", "kinds", "when", "effective_from", "effective_to",
                "status", "source", "untested"});
  RequiredDocument out;
  out.key = element.text("key");
  out.any_of = element.texts("any_of");
  if (out.any_of.empty()) out.any_of.push_back(out.key);
  const auto known = reading.policy.dictionary.keys(Fact::application_documents);
  for (const auto& key : out.any_of)
    if (!known.empty() && std::ranges::find(known, key) == known.end())
      element.fault(Fault::unknown_value, element.has("any_of") ? "any_of" : "key", key, known);
  out.label = element.words("label");
  out.note = element.words_or_none("note");
  out.remedy = element.words_or_none("remedy");
  out.kinds = read_kinds(element);
  out.when = read_predicate(reading, element, "when");
  out.authority = read_authority(reading, element);
  into.push_back(std::move(out));
}

void read_decision(Reading& reading, const Element& element) {
  element.only({"id", "kinds", "when", "mode", "by", "within", "label", "benefit_from", "benefit_months",
                "notice", "effective_from", "effective_to", "status", "source", "note", "untested"});
  DecisionRule out;
  out.kinds = read_kinds(element);
  out.id = element.text_or("id", element.place());
  out.when = read_predicate(reading, element, "when");
  out.mode = element.one_of("mode", {"instant", "review", "batch"});
  out.by = element.text("by");
  out.within = element.text_or("within", "");
  out.label = element.words_or_none("label");
  static const std::vector<std::string> beginnings{"as_of", "application.from", "application.service_date",
                                                   "decision"};
  const auto begins = std::ranges::find(beginnings, element.one_of("benefit_from", beginnings, false));
  if (begins != beginnings.end()) out.from = static_cast<BenefitFrom>(begins - beginnings.begin());
  if (const auto months = element.object("benefit_months")) {
    months->only({"parameter"});
    out.months = read_parameter_reference(reading, *months, "parameter", Unit::months);
  }
  if (element.has("notice")) {
    out.notice = element.words("notice");
    check_fills(reading, element, "notice", *out.notice);
  }
  out.authority = read_authority(reading, element);
  reading.policy.decisions.push_back(std::move(out));
}

void read_note(Reading& reading, const Element& element) {
  element.only({"id", "kinds", "care", "when", "text", "effective_from", "effective_to", "status", "source",
                "note", "untested"});
  Note out;
  out.id = element.text("id");
  out.kinds = read_kinds(element);
  std::uint32_t bits = 0;
  out.care = read_care(element, bits);
  out.when = read_predicate(reading, element, "when");
  out.text = element.words("text");
  check_fills(reading, element, "text", out.text);
  out.authority = read_authority(reading, element);
  reading.policy.notes.push_back(std::move(out));
}

}  // namespace mingbai::policy
