#pragma once
// premise: an assumption about how the rules fit together that every later step rests on, such as the order of the
// 80 % and the deductible. It moves nothing and is shown as a line of its own; where its status is not asked for,
// nothing after it can be determined.

#include "core/reimbursement/formula.h"
#include "core/reimbursement/run.h"

namespace mingbai::reimbursement::steps {

template <class Recorder>
void premise(Run<Recorder>& run, const policy::Step& step) {
  if (!policy::holds(*step.authority, run.edition.day, run.edition.statuses)) return run.lack_rule();
  if (!run.going()) return;
  run.use(&*step.authority);
  if constexpr (Recorder::records)
    run.recorder.line({step.key, step.label, same_in_both(shown(run.balance)), 0, run.balance, Bearer::none, false,
                       &*step.authority});
}

}  // namespace mingbai::reimbursement::steps
