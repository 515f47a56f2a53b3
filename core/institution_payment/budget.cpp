#include <algorithm>

#include "core/institution_payment/scoring.h"

namespace mingbai::institution_payment {
namespace {

using policy::Fact;
using policy::ScoreStep;
using policy::ScoreStepKind;

constexpr std::int64_t months = 12;

const policy::Authority& authority_of(const Scoring& scoring, const ScoreStep& step) {
  return step.authority ? *step.authority : scoring.rule.authority;
}

std::optional<Money> sum_of(Scoring& scoring, const ScoreStep& step) {
  Money sum;
  std::string formula;
  bool whole = true;
  for (const Fact fact : step.facts) {
    if (!scoring.facts.known(fact)) {
      scoring.unknown.push(fact);
      whole = false;
      continue;
    }
    const Money part{scoring.facts.value(fact)};
    sum += part;
    formula += (formula.empty() ? "" : " + ") + to_display(part);
  }
  if (!whole) return std::nullopt;
  scoring.line(step.key, step.label, Quantity::yuan, sum.fen, same(formula + " = " + to_display(sum)),
               authority_of(scoring, step));
  return sum;
}

std::optional<Money> grown(Scoring& scoring, const ScoreStep& step, Money base) {
  const auto growth = scoring.request.budget->growth;
  if (!growth) {
    scoring.unknown.push(Fact::budget_growth);
    return std::nullopt;
  }
  const Money more = half_up(base, *growth), total = base + more;
  scoring.line(step.key, step.label, Quantity::yuan, total.fen,
               same(to_display(base) + " + " + to_percent(*growth) + " = " + to_display(total)),
               authority_of(scoring, step));
  return total;
}

void clear(Scoring& scoring, const ScoreStep& step, Money total) {
  const Budget& budget = *scoring.request.budget;
  if (!budget.spent) return;
  if (*budget.spent <= total) {
    const Money kept = total - *budget.spent;
    return scoring.line(
        step.key, step.label, Quantity::yuan, 0,
        {"结余 " + to_display(kept) + " 留用", "the surplus of " + to_display(kept) + " is kept"},
        authority_of(scoring, step));
  }
  const Money over = *budget.spent - total, reasonable = std::min(over, budget.reasonable_overspend);
  const policy::Figure* share = scoring.parameter(*step.parameter);
  if (share == nullptr) return scoring.lack_rule(step.key, step.parameter, std::nullopt);
  const Ratio ratio{static_cast<std::int32_t>(share->value)};
  const Money more = half_up(reasonable, ratio);
  scoring.out.payment = total + more;
  const std::string formula = to_display(reasonable) + " × " + to_percent(ratio) + " = " + to_display(more);
  scoring.line(step.key, step.label, Quantity::yuan, more.fen,
               {"超支 " + to_display(over) + "，其中合理的 " + formula,
                "overspent " + to_display(over) + ", the reasonable part " + formula},
               scoring.cited(step, *share->authority));
}

}  // namespace

void budget(Scoring& scoring) {
  std::optional<Money> total;
  for (const ScoreStep& step : scoring.rule.steps) {
    if (scoring.concerns(step) != policy::Truth::yes) continue;
    if (step.kind == ScoreStepKind::sum) total = sum_of(scoring, step);
    if (step.kind == ScoreStepKind::growth && total) total = grown(scoring, step, *total);
    if (step.kind == ScoreStepKind::growth && !total && !scoring.request.budget->growth)
      scoring.unknown.push(Fact::budget_growth);
    if (step.kind == ScoreStepKind::clearing && total) clear(scoring, step, *total);
  }
  Score& out = scoring.out;
  out.determined = total.has_value();
  if (!total) return;
  out.budget = total;
  out.monthly_advance = Money{scaled(total->fen, 1, months)};
  if (!out.payment) out.payment = total;
  scoring.note({"按月预拨，年终结合绩效评价清算。",
                "Paid in advance each month; cleared at the year's end with the "
                "performance evaluation."});
}

}  // namespace mingbai::institution_payment
