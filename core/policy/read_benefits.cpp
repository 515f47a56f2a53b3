#include <algorithm>

#include "core/policy/reading.h"

namespace mingbai::policy {
namespace {

const std::vector<std::string> ways{"per_admission", "per_year",  "per_provider_year",
                                    "per_quarter",   "per_month", "per_year_top_up"};
const std::vector<std::string> merges{"none", "split", "transfer", "both"};
const std::vector<std::string> step_kinds{"subtract", "keep_share", "premise",    "deductible",
                                          "share",    "ceiling",    "second_tier"};

// The place in `known` of the text under `key`, the first when it is absent or wrong.
template <class Value>
Value choice(const Element& element, std::string_view key, const std::vector<std::string>& known) {
  const auto it = std::ranges::find(known, element.one_of(key, known, false));
  return it == known.end() ? Value{} : static_cast<Value>(it - known.begin());
}

// deductible and share take their figure from a table or from a parameter.
void read_figure(Reading& reading, const Element& element, Step& step, Unit unit) {
  if (element.has("table") == element.has("parameter"))
    return element.fault(Fault::pack_bad_value, "", "table, parameter", {"table", "parameter"});
  if (element.has("table"))
    step.table = read_table_reference(reading, element, "table", unit);
  else
    step.parameter = read_parameter_reference(reading, element, "parameter", unit);
}

Step read_step(Reading& reading, const Element& element, const Authority& benefit) {
  Step out;
  out.key = element.text("step");
  out.label = element.words("label");
  out.when = read_predicate(reading, element, "when");
  if (element.has("source")) {
    out.authority = read_authority(reading, element);
    out.authority->source.effective = read_period(element, benefit.source.effective);
  }
  const std::string kind = element.one_of("kind", step_kinds);
  if (kind.empty()) return out;
  out.kind = static_cast<StepKind>(std::ranges::find(step_kinds, kind) - step_kinds.begin());
  switch (out.kind) {
    case StepKind::subtract:
      element.only({"step", "kind", "label", "when", "fact", "source", "status", "effective_from",
                    "effective_to", "note", "untested"});
      if (const auto fact = read_fact(reading, element, "fact")) {
        out.fact = *fact;
        if (type_of(*fact) != FactType::money)
          element.fault(Fault::pack_fact_type, "fact", std::string(to_key(type_of(*fact))), {"money"});
      }
      break;
    case StepKind::keep_share:
      element.only({"step", "kind", "label", "when", "parameter", "unfiled_only", "source", "status",
                    "effective_from", "effective_to", "note", "untested"});
      out.parameter = read_parameter_reference(reading, element, "parameter", Unit::ratio);
      out.unfiled_only = element.has("unfiled_only") ? element.flag("unfiled_only") : true;
      break;
    case StepKind::premise:
      element.only({"step", "kind", "label", "when", "source", "status", "effective_from", "effective_to",
                    "note", "untested"});
      if (!out.authority) out.authority = benefit;
      break;
    case StepKind::deductible:
      element.only({"step", "kind", "label", "when", "table", "parameter", "way", "merge", "source", "status",
                    "effective_from", "effective_to", "note", "untested"});
      out.way = choice<DeductibleWay>(element, "way", ways);
      out.merge = choice<Merge>(element, "merge", merges);
      read_figure(reading, element, out, Unit::money);
      break;
    case StepKind::share:
      element.only({"step", "kind", "label", "when", "table", "parameter", "source", "status",
                    "effective_from", "effective_to", "note", "untested"});
      read_figure(reading, element, out, Unit::ratio);
      break;
    case StepKind::ceiling:
      element.only({"step", "kind", "label", "when", "table", "parameter", "source", "status", "effective_from",
                    "effective_to", "note", "untested"});
      read_figure(reading, element, out, Unit::money);
      break;
    case StepKind::second_tier:
      element.only({"step", "kind", "label", "when", "deductible", "ratio", "no_rule", "otherwise", "source",
                    "status", "effective_from", "effective_to", "note", "untested"});
      out.parameter = read_parameter_reference(reading, element, "deductible", Unit::money);
      out.ratio = read_parameter_reference(reading, element, "ratio", Unit::ratio);
      out.no_rule = element.words_or_none("no_rule");
      out.otherwise = element.words_or_none("otherwise");
      break;
  }
  return out;
}

}  // namespace

void read_benefit(Reading& reading, const Element& element, std::deque<Json>& kept) {
  element.only({"id", "label", "care", "when", "steps", "effective_from", "effective_to", "status", "source",
                "note", "untested"});
  Benefit out;
  out.id = element.text("id");
  out.label = element.words("label");
  out.care = read_care(element, out.care_bits);
  if (out.care.empty()) element.fault(Fault::missing_key, "care");
  out.when = read_predicate(reading, element, "when");
  out.authority = read_authority(reading, element);
  const auto steps = element.list("steps");
  if (steps.empty()) element.fault(Fault::empty_list, "steps");
  for (const Element& step : expanded(steps, kept))
    out.steps.push_back(read_step(reading, step, out.authority));
  reading.policy.benefits.push_back(std::move(out));
}

}  // namespace mingbai::policy
