#pragma once
// keep_share: only a share of the cost stays eligible (未备案按 80% 计入); the rest is the person's, outside
// the eligible cost. The share is rounded half up, the person bears what is left.

#include "core/reimbursement/formula.h"
#include "core/reimbursement/one_claim.h"

namespace mingbai::reimbursement::steps {

template <class Lane>
[[gnu::always_inline]] inline void keep_share(Lane& lane, std::size_t at) {
  [[maybe_unused]] const auto before = lane.balance;
  lane.each(
      [](auto basis_points, auto& balance, auto& eligible) {
        const auto kept = Lane::share_of(balance, basis_points);
        eligible -= balance - kept;
        balance = kept;
      },
      lane.figure(at), lane.balance, lane.eligible);
  if constexpr (Lane::records) {
    const auto& step = lane.step(at);
    const auto basis_points = static_cast<std::int32_t>(lane.figure(at));
    lane.recorder().line({step.key, step.label,
                          then(product(before, basis_points, lane.balance),
                               difference(before, lane.balance, before - lane.balance)),
                          before - lane.balance, lane.balance, Bearer::person, step.unfiled_only,
                          lane.planned(at).cited});
  }
}

}  // namespace mingbai::reimbursement::steps
