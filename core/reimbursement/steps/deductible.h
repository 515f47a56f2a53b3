#pragma once
// deductible (起付线): the first part of the eligible cost is the person's, at each admission or once in the
// stretch its way names, and never more than the cost itself. What was paid in the stretch counts; yearly
// (按年) it is the running cost that counts, with a top-up (不足补齐) only what was paid, so that a dearer
// hospital asks for the difference. A stay that continues another one (中途结算, 转院) asks for no new one
// where the step merges them.

#include "core/reimbursement/formula.h"
#include "core/reimbursement/one_claim.h"

namespace mingbai::reimbursement::steps {

template <class Lane>
[[gnu::always_inline]] inline void deductible(Lane& lane, std::size_t at) {
  [[maybe_unused]] const auto before = lane.balance;
  lane.meet_deductible(at);
  lane.each(
      [](auto figure, auto paid, auto& balance, auto&& deductible) {
        const auto moved = least(above(figure, paid), balance);
        balance -= moved;
        deductible += moved;
      },
      lane.figure(at), lane.deductible_paid(at), lane.balance, lane.deductible);
  if constexpr (Lane::records) {
    const auto& step = lane.step(at);
    const auto figure = lane.figure(at), paid = least(lane.deductible_paid(at), figure);
    Text formula = difference(before, before - lane.balance, lane.balance);
    if (lane.planned(at).merged)
      formula =
          then({"接续上一段住院，不再收起付线", "continues the stay before: no new deductible"}, formula);
    else if (paid > 0)
      formula = then(difference(figure, paid, figure - paid), formula);
    lane.recorder().line({step.key, step.label, std::move(formula), before - lane.balance, lane.balance,
                          Bearer::person, false, lane.planned(at).cited});
  }
}

}  // namespace mingbai::reimbursement::steps
