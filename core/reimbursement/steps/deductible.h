#pragma once
// deductible (起付线): the first part of the eligible cost is the person's, at each admission or once a year,
// and never more than the cost itself.

#include "core/reimbursement/formula.h"
#include "core/reimbursement/run.h"

namespace mingbai::reimbursement::steps {

template <class Recorder>
void deductible(Run<Recorder>& run, const policy::Step& step) {
  policy::Figure found;
  const auto* figure = run.figure(step, found);
  if (figure == nullptr || !run.going()) return;
  const std::int64_t paid = step.way == policy::DeductibleWay::per_year ? std::min(run.year.deductible_paid, figure->value) : 0;
  const std::int64_t amount = std::min(figure->value - paid, run.balance);
  const std::int64_t before = run.balance;
  run.balance -= amount;
  run.totals.deductible += amount;
  run.use(figure->authority);
  if constexpr (Recorder::records) {
    Text formula = difference(before, amount, run.balance);
    if (paid > 0) formula = then(difference(figure->value, paid, figure->value - paid), formula);
    run.recorder.line({step.key, step.label, std::move(formula), amount, run.balance, Bearer::person, false,
                       run.cited(step, figure->authority)});
  }
}

}  // namespace mingbai::reimbursement::steps
