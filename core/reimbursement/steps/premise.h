#pragma once
// premise: an assumption about how the rules fit together that every later step rests on, such as the order
// of the 80 % and the deductible. It moves nothing and is shown as a line of its own; where its status is not
// asked for, nothing after it can be determined (core/reimbursement/plan.h).

#include "core/reimbursement/formula.h"
#include "core/reimbursement/one_claim.h"

namespace mingbai::reimbursement::steps {

template <class Lane>
void premise(Lane& lane, std::size_t at) {
  if constexpr (Lane::records) {
    const auto& step = lane.step(at);
    const Text& note = step.authority->note;
    lane.recorder().line({step.key, step.label, note.zh.empty() ? same_in_both(shown(lane.balance)) : note, 0,
                          lane.balance, Bearer::none, false, &*step.authority});
  }
}

}  // namespace mingbai::reimbursement::steps
