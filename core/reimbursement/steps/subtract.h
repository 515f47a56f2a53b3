#pragma once
// subtract: a part of the bill that is the person's alone (自费, 超限价, 先行自付). A sum, not a rule;
// nothing to subtract leaves no line.

#include "core/reimbursement/formula.h"
#include "core/reimbursement/one_claim.h"

namespace mingbai::reimbursement::steps {

template <class Lane>
[[gnu::always_inline]] inline void subtract(Lane& lane, std::size_t at) {
  [[maybe_unused]] const auto before = lane.balance;
  lane.each(
      [](auto asked, auto counts, auto& balance, auto& eligible) {
        const auto moved = least(asked * counts, balance);
        balance -= moved;
        eligible -= moved;
      },
      lane.bill(at), lane.figure(at), lane.balance, lane.eligible);
  if constexpr (Lane::records) {
    const auto amount = before - lane.balance;
    if (amount == 0) return;
    const auto& step = lane.step(at);
    lane.use(lane.planned(at).cited);
    lane.recorder().line({step.key, step.label, difference(before, amount, lane.balance), amount,
                          lane.balance, Bearer::person, false, lane.planned(at).cited});
  }
}

}  // namespace mingbai::reimbursement::steps
