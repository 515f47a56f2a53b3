#pragma once
// share (支付比例): the fund pays its ratio of what is left, rounded half up; the person bears the rest. Two
// lines: the person's part here, the fund's once a ceiling after it has been applied.

#include "core/reimbursement/formula.h"
#include "core/reimbursement/run.h"

namespace mingbai::reimbursement::steps {

template <class Recorder>
void share(Run<Recorder>& run, const policy::Step& step) {
  policy::Figure found;
  const auto* figure = run.figure(step, found);
  if (figure == nullptr || !run.going()) return;
  const auto basis_points = static_cast<std::int32_t>(figure->value);
  const std::int64_t base = run.balance;
  const std::int64_t fund = half_up(Money{base}, Ratio{basis_points}).fen;
  const auto* authority = run.cited(step, figure->authority);
  run.balance = fund;
  run.use(figure->authority);
  run.fund_share = {authority, base, fund, basis_points};
  if constexpr (Recorder::records)
    run.recorder.line({step.key, step.label,
                       then(product(base, basis_points, fund), difference(base, fund, base - fund)),
                       base - fund, fund, Bearer::person, false, authority});
}

// The fund's line: nothing lowers its share any more.
template <class Recorder>
void pay_fund(Run<Recorder>& run) {
  if (run.fund_share.authority == nullptr || !run.going()) return;
  const auto [authority, base, before_ceiling, basis_points] = run.fund_share;
  const std::int64_t paid = run.balance;
  run.totals.fund += paid;
  run.balance = 0;
  run.fund_share = {};
  if constexpr (Recorder::records)
    run.recorder.line({"fund",
                       {"医保基金支付", "Paid by the fund"},
                       paid == before_ceiling ? product(base, basis_points, paid)
                                              : difference(before_ceiling, before_ceiling - paid, paid),
                       paid,
                       0,
                       Bearer::fund,
                       false,
                       authority});
}

}  // namespace mingbai::reimbursement::steps
