#pragma once
// keep_share: only a share of the cost stays eligible (未备案按 80% 计入); the rest is the person's, outside
// the eligible cost. The share is rounded half up, the person bears what is left.

#include "core/reimbursement/formula.h"
#include "core/reimbursement/run.h"

namespace mingbai::reimbursement::steps {

template <class Recorder>
void keep_share(Run<Recorder>& run, const policy::Step& step) {
  policy::Figure found;
  const auto* figure = run.figure(step, found);
  if (figure == nullptr || !run.going()) return;
  const auto basis_points = static_cast<std::int32_t>(figure->value);
  const std::int64_t before = run.balance;
  run.balance = half_up(Money{before}, Ratio{basis_points}).fen;
  run.totals.eligible = run.balance;
  run.use(figure->authority);
  if constexpr (Recorder::records)
    run.recorder.line({step.key, step.label,
                       then(product(before, basis_points, run.balance),
                            difference(before, run.balance, before - run.balance)),
                       before - run.balance, run.balance, Bearer::person, step.unfiled_only,
                       run.cited(step, figure->authority)});
}

}  // namespace mingbai::reimbursement::steps
