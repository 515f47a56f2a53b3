#pragma once
// second_tier (大病保险): of what the person pays of eligible cost in the year, deductible included, the part
// above a yearly threshold is shared. Only the part this claim adds is paid now: over(year so far + this) −
// over(year so far).
//
// Where no such rule is asked for, does not concern the person, or the threshold is not reached, the line
// stays with 0.00 and its reason; the basic payment does not depend on it. Source of the shape: Zhongshan
// draft of 2019, 三.

#include "core/reimbursement/formula.h"
#include "core/reimbursement/run.h"

namespace mingbai::reimbursement::steps {

template <class Recorder>
void second_tier(Run<Recorder>& run, const policy::Step& step) {
  const auto& threshold = run.edition.parameters[*step.parameter];
  const auto& ratio = run.edition.parameters[*step.ratio];
  const std::int64_t own = run.totals.eligible - run.totals.fund;
  const bool own_source =
      step.authority && policy::holds(*step.authority, run.edition.day, run.edition.statuses);
  const auto* cited = own_source ? &*step.authority : &run.benefit.authority;
  const auto nothing = [&](Text reason) {
    if constexpr (Recorder::records)
      if (run.going())
        run.recorder.line(
            {step.key, step.label, std::move(reason), 0, own, Bearer::major_illness, false, cited});
  };
  if (threshold.authority == nullptr || ratio.authority == nullptr)
    return nothing(!step.no_rule.zh.empty() ? step.no_rule
                                            : Text{"所选的法律状态下没有大病保险的规则",
                                                   "no rule on major illness in the statuses asked"});
  switch (run.concerns(step)) {
    case policy::Truth::no:
      return nothing(!step.otherwise.zh.empty()
                         ? step.otherwise
                         : Text{"这条大病保险规则不适用于本人",
                                "this rule on major illness does not concern the person"});
    case policy::Truth::unknown:
      return nothing({"还缺少事实，未计算", "a fact is missing; not calculated"});
    case policy::Truth::yes:
      break;
  }
  if (!run.going()) return;
  const std::int64_t before = run.year.eligible_self_pay, after = before + own;
  const auto over = [&](std::int64_t sum) { return sum > threshold.value ? sum - threshold.value : 0; };
  const std::int64_t base = over(after) - over(before);
  const auto basis_points = static_cast<std::int32_t>(ratio.value);
  const std::int64_t paid = half_up(Money{base}, Ratio{basis_points}).fen;
  run.totals.major_illness += paid;
  run.use(threshold.authority);
  run.use(ratio.authority);
  if constexpr (Recorder::records) {
    const std::string sum = shown(before) + " + " + shown(own) + " = " + shown(after);
    const Text formula = base == 0 ? same_in_both(sum + " ≤ " + shown(threshold.value))
                         : before > threshold.value
                             ? product(base, basis_points, paid)
                             : then(same_in_both(sum), then(difference(after, threshold.value, base),
                                                            product(base, basis_points, paid)));
    run.recorder.line({step.key, step.label, formula, paid, own - paid, Bearer::major_illness, false,
                       run.cited(step, ratio.authority)});
  }
}

}  // namespace mingbai::reimbursement::steps
