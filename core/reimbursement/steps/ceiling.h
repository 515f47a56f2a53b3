#pragma once
// ceiling (封顶线): what the fund pays in a year has a limit; past it the cost is the person's.

#include "core/reimbursement/formula.h"
#include "core/reimbursement/run.h"

namespace mingbai::reimbursement::steps {

template <class Recorder>
void ceiling(Run<Recorder>& run, const policy::Step& step) {
  policy::Figure found;
  const auto* figure = run.figure(step, found);
  if (figure == nullptr || !run.going()) return;
  const std::int64_t room = figure->value - std::min(run.year.fund_paid + run.totals.fund, figure->value);
  const std::int64_t before = run.balance;
  const std::int64_t excess = before - std::min(before, room);
  run.balance -= excess;
  run.use(figure->authority);
  if constexpr (Recorder::records) {
    const Text left = difference(figure->value, figure->value - room, room);
    run.recorder.line({step.key, step.label,
                       excess > 0 ? then(left, difference(before, room, excess))
                                  : then(left, same_in_both(shown(before) + " ≤ " + shown(room))),
                       excess, run.balance, Bearer::person, false, run.cited(step, figure->authority)});
  }
}

}  // namespace mingbai::reimbursement::steps
