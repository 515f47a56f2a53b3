#pragma once
// share (支付比例): the fund pays its ratio of what is left, rounded half up; the person bears the rest. Two
// lines: the person's part here, the fund's once a ceiling after it has been applied.

#include "core/reimbursement/formula.h"
#include "core/reimbursement/one_claim.h"

namespace mingbai::reimbursement::steps {

template <class Lane>
[[gnu::always_inline]] inline void share(Lane& lane, std::size_t at) {
  [[maybe_unused]] const auto base = lane.balance;
  lane.each(
      [](auto basis_points, auto left, auto& balance, auto& pending) {
        pending = Lane::share_of(balance, basis_points);
        balance *= left;
      },
      lane.figure(at), lane.left_by_share(at), lane.balance, lane.pending);
  if constexpr (Lane::records) {
    const auto& step = lane.step(at);
    const auto basis_points = static_cast<std::int32_t>(lane.figure(at));
    const auto* authority = lane.planned(at).cited;
    const auto fund = lane.pending;
    lane.fund_share = {authority, base, fund, basis_points};
    lane.recorder().line({step.key, step.label,
                          then(product(base, basis_points, fund), difference(base, fund, base - fund)),
                          base - fund, fund, Bearer::person, false, authority});
  }
}

// Nothing lowers the fund's share any more.
template <class Lane>
[[gnu::always_inline]] inline void pay_fund(Lane& lane) {
  if (!lane.shared) return;
  lane.shared = false;
  lane.pay();
  if constexpr (Lane::records) {
    if (lane.fund_share.authority == nullptr) return;
    const auto [authority, base, before_ceiling, basis_points] = lane.fund_share;
    const auto paid = lane.paid;
    lane.fund_share = {};
    lane.recorder().line({"fund",
                          {"医保基金支付", "Paid by the fund"},
                          paid == before_ceiling ? product(base, basis_points, paid)
                                                 : difference(before_ceiling, before_ceiling - paid, paid),
                          paid,
                          0,
                          Bearer::fund,
                          false,
                          authority});
  }
}

}  // namespace mingbai::reimbursement::steps
