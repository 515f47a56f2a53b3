#pragma once
// The lane of one claim: whole fen in 64-bit integers, with a recorder that writes every line (Explaining) or
// nothing (Silent). The steps under steps/ are written once, over a lane; core/scenario has the one of many
// claims in columns.
//
// What a step may ask of a lane: how far the plan goes (`stop`), `any` (the step concerns a claim of the
// lane), its figures and the sums from bill and year; `each(f, sums…)` runs f over them, once here, once a
// claim there. A step that does not concern a claim has a figure there that moves nothing.

#include "core/base/money.h"
#include "core/reimbursement/amounts.h"
#include "core/reimbursement/ledger.h"
#include "core/reimbursement/plan.h"

namespace mingbai::reimbursement {

template <class Recorder>
class OneClaim {
 public:
  static constexpr bool records = Recorder::records;
  using Sum = std::int64_t;

  OneClaim(const Plan& plan, const policy::Facts& facts, const YearSoFar& year, Recorder& recorder)
      : balance(facts.value(policy::Fact::claim_total)),
        eligible(balance),
        basis(plan.basis),
        plan_(plan),
        facts_(facts),
        year_(year),
        recorder_(recorder) {}

  Sum balance;
  Sum eligible;
  Sum pending = 0;
  bool shared = false;  // a share stands before: what a ceiling limits is pending
  Sum deductible = 0;
  Sum deductible_cost = 0;
  Sum fund = 0;
  Sum paid = 0;  // by the fund, last
  Sum major_illness = 0;
  policy::Status basis;

  // The share the fund pays is stated once nothing can lower it any more.
  struct FundShare {
    const policy::Authority* authority = nullptr;
    Sum base = 0;
    Sum before_ceiling = 0;
    std::int32_t basis_points = 0;
  } fund_share{};

  std::size_t length() const { return plan_.steps.size(); }
  const policy::Step& step(std::size_t at) const { return plan_.benefit->steps[at]; }
  const PlannedStep& planned(std::size_t at) const { return plan_.steps[at]; }
  std::size_t stop() const { return plan_.stop; }
  bool any(std::size_t at) const { return plan_.steps[at].concerns(); }

  Sum figure(std::size_t at) const { return plan_.steps[at].figure; }
  Sum second_figure(std::size_t at) const { return plan_.steps[at].second_figure; }
  Sum bill(std::size_t at) const { return facts_.value(step(at).fact); }
  Sum fund_paid() const { return year_.fund_paid; }
  Sum eligible_self_pay() const { return year_.eligible_self_pay; }
  Sum deductible_paid(std::size_t at) const { return already_paid(year_, step(at).way); }

  static Sum share_of(Sum sum, Sum basis_points) {
    return half_up(Money{sum}, Ratio{static_cast<std::int32_t>(basis_points)}).fen;
  }
  template <class F, class... Sums>
  void each(F f, Sums&&... sums) {
    f(sums...);
  }
  Sum left_by_share(std::size_t) const { return 0; }
  void meet_deductible(std::size_t at) {
    if (step(at).way == policy::DeductibleWay::per_year) deductible_cost += balance;
  }
  void nothing_pending() { pending = 0; }
  void pay() {
    paid = pending;
    fund += pending;
    pending = 0;
  }
  // What each step moved, by step, for whoever wants to know.
  std::int64_t* moves = nullptr;
  void begin(std::size_t) { before_ = balance + pending - major_illness; }
  void moved(std::size_t at) {
    if (moves == nullptr) return;
    const Sum now = balance + pending - major_illness;
    moves[at] = before_ - now;
  }
  void use(const policy::Authority* authority) {
    if (authority != nullptr) basis = policy::weaker(basis, authority->source.status);
  }
  Recorder& recorder() { return recorder_; }

 private:
  const Plan& plan_;
  const policy::Facts& facts_;
  const YearSoFar& year_;
  Recorder& recorder_;
  Sum before_ = 0;
};

}  // namespace mingbai::reimbursement
