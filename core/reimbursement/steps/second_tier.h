#pragma once
// second_tier (大病保险): of what the person pays of eligible cost in the year, deductible included, the part
// above a yearly threshold is shared. Only the part this claim adds is paid now: over(year so far + this) −
// over(year so far).
//
// Where no such rule is asked for, does not concern the person, or the threshold is not reached, the line
// stays with 0.00 and its reason; the basic payment does not depend on it. Source of the shape: Zhongshan
// draft of 2019, 三.

#include "core/reimbursement/formula.h"
#include "core/reimbursement/one_claim.h"

namespace mingbai::reimbursement::steps {

template <class Lane>
void no_second_tier(Lane& lane, std::size_t at) {
  if constexpr (Lane::records) {
    const auto& step = lane.step(at);
    const Why why = lane.planned(at).why;
    const bool said = why == Why::no_rule ? !step.no_rule.zh.empty() : !step.otherwise.zh.empty();
    const Text reason =
        why == Why::fact_missing ? Text{"还缺少事实，未计算", "a fact is missing; not calculated"}
        : why == Why::no_rule    ? said ? step.no_rule
                                        : Text{"所选的法律状态下没有大病保险的规则",
                                            "no rule on major illness in the statuses asked"}
           : said
            ? step.otherwise
            : Text{"这条大病保险规则不适用于本人", "this rule on major illness does not concern the person"};
    lane.recorder().line({step.key, step.label, reason, 0, lane.eligible - lane.fund, Bearer::major_illness,
                          false, lane.planned(at).cited});
  }
}

template <class Lane>
[[gnu::always_inline]] inline void second_tier(Lane& lane, std::size_t at) {
  [[maybe_unused]] const auto already = lane.major_illness;
  lane.each(
      [](auto threshold, auto basis_points, auto before, auto eligible, auto fund, auto& major_illness) {
        const auto base = above(before + (eligible - fund), threshold) - above(before, threshold);
        major_illness += Lane::share_of(base, basis_points);
      },
      lane.figure(at), lane.second_figure(at), lane.eligible_self_pay(), lane.eligible, lane.fund,
      lane.major_illness);
  if constexpr (Lane::records) {
    const auto& step = lane.step(at);
    const auto threshold = lane.figure(at), before = lane.eligible_self_pay();
    const auto own = lane.eligible - lane.fund, after = before + own;
    const auto base = above(after, threshold) - above(before, threshold);
    const auto paid = lane.major_illness - already;
    const auto basis_points = static_cast<std::int32_t>(lane.second_figure(at));
    const std::string sum = shown(before) + " + " + shown(own) + " = " + shown(after);
    const Text formula = base == 0 ? same_in_both(sum + " ≤ " + shown(threshold))
                         : before > threshold
                             ? product(base, basis_points, paid)
                             : then(same_in_both(sum), then(difference(after, threshold, base),
                                                            product(base, basis_points, paid)));
    lane.recorder().line({step.key, step.label, formula, paid, own - paid, Bearer::major_illness, false,
                          lane.planned(at).cited});
  }
}

}  // namespace mingbai::reimbursement::steps
