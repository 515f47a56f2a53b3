#include "core/policy/read_scores.h"

#include <algorithm>

namespace mingbai::policy {
namespace {

const std::vector<std::string> step_kinds{"by_item",     "highest_class", "base_score",  "deviation",
                                          "coefficient", "cascade",       "point_value", "sum",
                                          "growth",      "clearing"};
const std::vector<std::string> subjects{"case", "budget"};

void read_figures(Reading& reading, const Element& element, ScoreStep& step) {
  switch (step.kind) {
    case ScoreStepKind::by_item:
    case ScoreStepKind::base_score:
      step.parameter = read_parameter_reference(reading, element, "parameter", Unit::decimal);
      break;
    case ScoreStepKind::deviation:
      step.low = read_parameter_reference(reading, element, "low", Unit::decimal);
      step.high = read_parameter_reference(reading, element, "high", Unit::decimal);
      break;
    case ScoreStepKind::coefficient:
      step.table = read_table_reference(reading, element, "table", Unit::decimal);
      if (element.has("increment"))
        step.increment = read_table_reference(reading, element, "increment", Unit::decimal);
      break;
    case ScoreStepKind::point_value:
      step.table = read_table_reference(reading, element, "table", Unit::decimal);
      break;
    case ScoreStepKind::clearing:
      step.parameter = read_parameter_reference(reading, element, "parameter", Unit::ratio);
      break;
    case ScoreStepKind::sum:
      for (const auto& name : element.texts("facts")) {
        const auto fact = read_fact_name(reading, element, "facts", name);
        if (fact && type_of(*fact) != FactType::money)
          element.fault(Fault::pack_fact_type, "facts", std::string(to_key(type_of(*fact))), {"money"});
        if (fact) step.facts.push_back(*fact);
      }
      if (step.facts.empty()) element.fault(Fault::empty_list, "facts");
      break;
    case ScoreStepKind::highest_class:
    case ScoreStepKind::cascade:
    case ScoreStepKind::growth:
      break;
  }
}

ScoreStep read_step(Reading& reading, const Element& element, const Authority& rule) {
  element.only({"step", "kind", "label", "when", "table", "increment", "parameter", "low", "high", "facts",
                "effective_from", "effective_to", "status", "source", "note", "untested"});
  ScoreStep out;
  out.key = element.text("step");
  out.label = element.words("label");
  out.when = read_predicate(reading, element, "when");
  if (element.has("source")) {
    out.authority = read_authority(reading, element);
    out.authority->source.effective = read_period(element, rule.source.effective);
  }
  const std::string kind = element.one_of("kind", step_kinds);
  if (kind.empty()) return out;
  out.kind = static_cast<ScoreStepKind>(std::ranges::find(step_kinds, kind) - step_kinds.begin());
  read_figures(reading, element, out);
  return out;
}

std::vector<std::vector<std::string>> read_ladder(Reading& reading, const Element& element) {
  std::vector<std::vector<std::string>> out;
  const Json* list = element.find("ladder");
  if (list == nullptr) return out;
  const auto known = reading.policy.dictionary.keys(Fact::case_provider_class);
  const auto wrong = [&](const Json& json) {
    element.fault(Fault::wrong_type, "ladder", contract::kind_of(json).en, {"a list of lists of classes"});
  };
  if (!list->is_array()) return wrong(*list), out;
  for (const Json& rung : *list) {
    if (!rung.is_array()) return wrong(rung), out;
    auto& classes = out.emplace_back();
    for (const Json& one : rung) {
      if (!one.is_string()) return wrong(one), out;
      classes.push_back(one.get<std::string>());
      if (std::ranges::find(known, classes.back()) == known.end())
        element.fault(Fault::unknown_value, "ladder", classes.back(), known);
    }
  }
  return out;
}

}  // namespace

void read_score_rule(Reading& reading, const Element& element, std::deque<Json>& kept) {
  element.only({"id", "label", "subject", "ladder", "steps", "effective_from", "effective_to", "status",
                "source", "note"});
  ScoreRule out;
  out.id = element.text("id");
  out.label = element.words("label");
  out.subject =
      element.one_of("subject", subjects) == "budget" ? ScoreSubject::budget : ScoreSubject::hospital_case;
  out.ladder = read_ladder(reading, element);
  out.authority = read_authority(reading, element);
  const auto steps = element.list("steps");
  if (steps.empty()) element.fault(Fault::empty_list, "steps");
  for (const Element& step : expanded(steps, kept))
    out.steps.push_back(read_step(reading, step, out.authority));
  reading.policy.payment.rules.push_back(std::move(out));
}

}  // namespace mingbai::policy
