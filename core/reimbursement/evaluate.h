#pragma once
// The steps of the benefit that covers a claim, in the pack's order. One template for the explained
// settlement and for the silent one of batches.

#include "core/reimbursement/run.h"
#include "core/reimbursement/steps/ceiling.h"
#include "core/reimbursement/steps/deductible.h"
#include "core/reimbursement/steps/keep_share.h"
#include "core/reimbursement/steps/premise.h"
#include "core/reimbursement/steps/second_tier.h"
#include "core/reimbursement/steps/share.h"
#include "core/reimbursement/steps/subtract.h"

namespace mingbai::reimbursement {

// The benefit for the kind of care, best first; `unknown` says that a fact decides whether one before it
// covers the claim.
template <class Sink>
const policy::Benefit* covering(const policy::Edition& edition, Care care, const policy::Facts& facts,
                                Sink& names, bool& unknown) {
  for (const policy::Benefit* benefit : edition.benefits) {
    if ((benefit->care_bits & (1u << static_cast<unsigned>(care))) == 0) continue;
    const policy::Truth truth = policy::evaluate(edition.policy->programs, benefit->when, facts, names);
    if (truth == policy::Truth::yes) return benefit;
    unknown = unknown || truth == policy::Truth::unknown;
  }
  return nullptr;
}

template <class Recorder>
void apply(Run<Recorder>& run, const policy::Step& step) {
  using policy::StepKind;
  if (step.kind != StepKind::ceiling) steps::pay_fund(run);
  if (step.kind == StepKind::second_tier) return steps::second_tier(run, step);
  switch (run.concerns(step)) {
    case policy::Truth::no:
      return;
    case policy::Truth::unknown:
      run.lack_fact();
      break;
    case policy::Truth::yes:
      break;
  }
  switch (step.kind) {
    case StepKind::subtract:
      return steps::subtract(run, step);
    case StepKind::keep_share:
      return steps::keep_share(run, step);
    case StepKind::premise:
      return steps::premise(run, step);
    case StepKind::deductible:
      return steps::deductible(run, step);
    case StepKind::share:
      return steps::share(run, step);
    case StepKind::ceiling:
      return steps::ceiling(run, step);
    case StepKind::second_tier:
      return;
  }
}

// What the claim comes to. Without a covering benefit nothing is paid and `eligible` is the bill without the
// parts that are the person's alone.
template <class Recorder>
Totals evaluate(const policy::Edition& edition, Care care, const policy::Facts& facts, const YearSoFar& year,
                Recorder& recorder) {
  using policy::Fact;
  Totals none;
  none.determined = false;
  bool total_known = facts.known(Fact::claim_total);
  if (!total_known) recorder.unknown.push(Fact::claim_total);
  const std::int64_t total = total_known ? facts.value(Fact::claim_total) : 0;
  none.total = total;
  none.eligible =
      total - std::min(total, facts.value(Fact::claim_own_expense) + facts.value(Fact::claim_over_limit) +
                                  facts.value(Fact::claim_upfront));
  bool unknown = false;
  const policy::Benefit* benefit = covering(edition, care, facts, recorder.unknown, unknown);
  if (benefit == nullptr || unknown) {
    none.lacks_rule = !unknown;
    return none;
  }
  Run<Recorder> run{edition, facts, year, *benefit, recorder};
  run.totals.determined = total_known;
  run.totals.total = run.totals.eligible = run.balance = total;
  run.use(&benefit->authority);
  if constexpr (Recorder::records)
    if (total_known)
      recorder.line({"total",
                     {"总费用", "Total cost"},
                     same_in_both(shown(total)),
                     total,
                     total,
                     Bearer::none,
                     false,
                     nullptr});
  for (const policy::Step& step : benefit->steps) apply(run, step);
  steps::pay_fund(run);
  if (!run.totals.determined) run.totals.fund = run.totals.major_illness = run.totals.deductible = 0;
  return run.totals;
}

}  // namespace mingbai::reimbursement
