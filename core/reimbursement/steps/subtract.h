#pragma once
// subtract: a part of the bill that is the person's alone (自费, 超限价, 先行自付). A sum, not a rule;
// nothing to subtract leaves no line.

#include "core/reimbursement/formula.h"
#include "core/reimbursement/run.h"

namespace mingbai::reimbursement::steps {

template <class Recorder>
void subtract(Run<Recorder>& run, const policy::Step& step) {
  if (!run.facts.known(step.fact)) {
    run.recorder.unknown.push(step.fact);
    return run.lack_fact();
  }
  const std::int64_t amount = std::min(run.facts.value(step.fact), run.balance);
  if (!run.going() || amount == 0) return;
  const std::int64_t before = run.balance;
  run.balance -= amount;
  run.totals.eligible = run.balance;
  if constexpr (Recorder::records)
    run.recorder.line({step.key, step.label, difference(before, amount, run.balance), amount, run.balance,
                       Bearer::person, false, run.cited(step, nullptr)});
}

}  // namespace mingbai::reimbursement::steps
