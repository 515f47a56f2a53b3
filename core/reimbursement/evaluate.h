#pragma once
// The steps of a plan, in the pack's order, over a lane: one template for the explained settlement of one
// claim, the silent one, and the blocks of batches.

#include <type_traits>

#include "core/reimbursement/one_claim.h"
#include "core/reimbursement/steps/ceiling.h"
#include "core/reimbursement/steps/deductible.h"
#include "core/reimbursement/steps/keep_share.h"
#include "core/reimbursement/steps/premise.h"
#include "core/reimbursement/steps/second_tier.h"
#include "core/reimbursement/steps/share.h"
#include "core/reimbursement/steps/subtract.h"

namespace mingbai::reimbursement {

// Steps of kinds known when this is compiled, each of which concerns the lane. It moves what `calculate`
// moves, and records nothing.
template <policy::StepKind... kinds, class Lane>
[[gnu::always_inline]] inline void calculate_known(Lane& lane) {
  using policy::StepKind;
  std::size_t at = 0;
  const auto turn = [&]<StepKind kind>(std::integral_constant<StepKind, kind>)
      __attribute__((always_inline)) {
    if constexpr (kind != StepKind::ceiling) steps::pay_fund(lane);
    if constexpr (kind == StepKind::share) lane.shared = true;
    if constexpr (kind == StepKind::subtract) steps::subtract(lane, at);
    if constexpr (kind == StepKind::keep_share) steps::keep_share(lane, at);
    if constexpr (kind == StepKind::deductible) steps::deductible(lane, at);
    if constexpr (kind == StepKind::share) steps::share(lane, at);
    if constexpr (kind == StepKind::ceiling) steps::ceiling(lane, at);
    if constexpr (kind == StepKind::second_tier) steps::second_tier(lane, at);
    ++at;
  };
  (turn(std::integral_constant<StepKind, kinds>()), ...);
  steps::pay_fund(lane);
}

template <class Lane>
void apply(Lane& lane, std::size_t at) {
  using policy::StepKind;
  const StepKind kind = lane.step(at).kind;
  if (kind == StepKind::share) {
    lane.shared = true;
    if (!lane.any(at)) lane.nothing_pending();
  }
  if (!lane.any(at)) return kind == StepKind::second_tier ? steps::no_second_tier(lane, at) : void();
  switch (kind) {
    case StepKind::subtract:
      return steps::subtract(lane, at);
    case StepKind::keep_share:
      return steps::keep_share(lane, at);
    case StepKind::premise:
      return steps::premise(lane, at);
    case StepKind::deductible:
      return steps::deductible(lane, at);
    case StepKind::share:
      return steps::share(lane, at);
    case StepKind::ceiling:
      return steps::ceiling(lane, at);
    case StepKind::second_tier:
      return steps::second_tier(lane, at);
  }
}

template <class Lane>
void calculate(Lane& lane) {
  for (std::size_t at = 0; at < lane.length(); ++at) {
    if (at <= lane.stop() && lane.step(at).kind != policy::StepKind::ceiling) steps::pay_fund(lane);
    if (at >= lane.stop()) return;
    lane.begin(at);
    apply(lane, at);
    lane.moved(at);
  }
  steps::pay_fund(lane);
}

// What the claim of a plan comes to. Without a covering benefit nothing is paid and `eligible` is the bill
// without the parts that are the person's alone; with a condition unmet nothing is paid either.
template <class Recorder>
Totals evaluate(const Plan& plan, const policy::Facts& facts, const YearSoFar& year, Recorder& recorder,
                std::int64_t* moves = nullptr) {
  using policy::Fact;
  Totals out;
  out.total = facts.value(Fact::claim_total);
  out.determined = plan.determined;
  out.benefits = plan.benefits;
  out.lacks_rule = plan.lacks_rule;
  if (plan.benefit == nullptr) {
    out.eligible =
        above(out.total, facts.value(Fact::claim_own_expense) + facts.value(Fact::claim_over_limit) +
                             facts.value(Fact::claim_upfront));
    return out;
  }
  if constexpr (Recorder::records)
    if (facts.known(Fact::claim_total))
      recorder.line({"total",
                     {"总费用", "Total cost"},
                     same_in_both(shown(out.total)),
                     out.total,
                     out.total,
                     Bearer::none,
                     false,
                     nullptr});
  OneClaim<Recorder> lane(plan, facts, year, recorder);
  lane.moves = moves;
  calculate(lane);
  out.eligible = lane.eligible;
  out.basis = lane.basis;
  if (!plan.determined || !plan.benefits) return out;
  out.deductible = lane.deductible;
  out.deductible_cost = lane.deductible_cost;
  out.fund = lane.fund;
  out.major_illness = lane.major_illness;
  return out;
}

// Plan and sums in one.
template <class Recorder>
Totals evaluate(const policy::Edition& edition, Care care, const policy::Facts& facts, const YearSoFar& year,
                Recorder& recorder) {
  Plan plan;
  make_plan(edition, care, facts, recorder.unknown, plan);
  return evaluate(plan, facts, year, recorder);
}

}  // namespace mingbai::reimbursement
