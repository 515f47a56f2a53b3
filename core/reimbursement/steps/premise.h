#pragma once
// premise: an assumption about how the rules fit together that every later step rests on, such as the order
// of the 80 % and the deductible. It moves nothing and is shown as a line of its own; where its status is not
// asked for, nothing after it can be determined.

#include "core/reimbursement/formula.h"
#include "core/reimbursement/run.h"

namespace mingbai::reimbursement::steps {

template <class Recorder>
void premise(Run<Recorder>& run, const policy::Step& step) {
  if (!step.authority->source.effective.contains(run.edition.day)) return;
  if (!run.edition.statuses.allows(step.authority->source.status)) return run.lack_rule();
  if (!run.going()) return;
  run.use(&*step.authority);
  if constexpr (Recorder::records)
    run.recorder.line(
        {step.key, step.label,
         step.authority->note.zh.empty() ? same_in_both(shown(run.balance)) : step.authority->note, 0,
         run.balance, Bearer::none, false, &*step.authority});
}

}  // namespace mingbai::reimbursement::steps
