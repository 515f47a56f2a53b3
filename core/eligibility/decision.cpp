#include <algorithm>

#include "core/eligibility/judgement.h"
#include "core/policy/wording.h"

namespace mingbai::eligibility {
namespace {

using policy::BenefitFrom;
using policy::DecisionRule;

const DecisionRule* decision_rule(Judgement& judgement) {
  const DecisionRule* best = nullptr;
  const auto& edition = judgement.edition;
  for (const DecisionRule* rule : policy::chosen(
           edition.policy->decisions, edition.day, edition.statuses,
           [](const DecisionRule& d) -> const std::string& { return d.id; },
           [&](const DecisionRule& d) { return concerns(d.kinds, judgement.kind); })) {
    if (policy::evaluate(edition.policy->programs, rule->when, judgement.facts, judgement.unknown) !=
        policy::Truth::yes)
      continue;
    if (best == nullptr || goes_before(rule->authority, best->authority)) best = rule;
  }
  return best;
}

std::optional<Date> first_day(const DecisionRule& rule, const Application& asked) {
  switch (rule.from) {
    case BenefitFrom::application_from:
      return asked.from;
    case BenefitFrom::service_date:
      return asked.service_date;
    case BenefitFrom::decision:
      return std::nullopt;
    case BenefitFrom::as_of:
      break;
  }
  return asked.from && *asked.as_of < *asked.from ? asked.from : asked.as_of;
}

// The last day, both ends included: the day before the same day `months` later, and no later than the person
// asked for.
std::optional<Date> last_day(const Judgement& judgement, const DecisionRule& rule, Date from,
                             const Application& asked) {
  std::optional<Date> out = asked.to;
  if (rule.months && judgement.edition.parameters[*rule.months].authority != nullptr) {
    const auto months = static_cast<std::int32_t>(judgement.edition.parameters[*rule.months].value);
    const Date by_rule = add_months_clamped(from, months) + -1;
    if (!out || by_rule < *out) out = by_rule;
  }
  return out;
}

}  // namespace

void decide(Judgement& judgement, const Application& application) {
  const DecisionRule* rule = decision_rule(judgement);
  if (rule == nullptr) return;
  judgement.use(rule->authority);
  CheckResult& result = judgement.result;
  result.decision = Decision{rule->mode, rule->by, rule->within, rule->label, stated(rule->authority)};
  if (judgement.unfinished || !judgement.unknown.facts.empty()) return;
  if (rule->from == BenefitFrom::application_from && !application.from)
    return judgement.unknown.push(policy::Fact::application_from);
  result.benefit_from = first_day(*rule, application);
  if (result.benefit_from) result.benefit_to = last_day(judgement, *rule, *result.benefit_from, application);
  if (rule->notice) result.notice = policy::filled(*rule->notice, judgement.edition, judgement.facts);
}

}  // namespace mingbai::eligibility
