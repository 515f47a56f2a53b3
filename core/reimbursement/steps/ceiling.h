#pragma once
// ceiling (封顶线): what the fund pays in a year has a limit; past it the cost is the person's.

#include "core/reimbursement/formula.h"
#include "core/reimbursement/one_claim.h"

namespace mingbai::reimbursement::steps {

template <class Lane>
[[gnu::always_inline]] inline void ceiling(Lane& lane, std::size_t at) {
  auto& limited = lane.shared ? lane.pending : lane.balance;
  [[maybe_unused]] const auto before = limited;
  lane.each([](auto figure, auto fund_paid, auto fund,
               auto& sum) { sum = least(sum, above(figure, fund_paid + fund)); },
            lane.figure(at), lane.fund_paid(), lane.fund, limited);
  if constexpr (Lane::records) {
    const auto& step = lane.step(at);
    const auto figure = lane.figure(at), room = above(figure, lane.fund_paid() + lane.fund);
    const auto excess = before - limited;
    const Text left = difference(figure, figure - room, room);
    lane.recorder().line({step.key, step.label,
                          excess > 0 ? then(left, difference(before, room, excess))
                                     : then(left, same_in_both(shown(before) + " ≤ " + shown(room))),
                          excess, limited, Bearer::person, false, lane.planned(at).cited});
  }
}

}  // namespace mingbai::reimbursement::steps
