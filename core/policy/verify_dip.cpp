#include <algorithm>
#include <set>

#include "core/contract/fault.h"
#include "core/policy/verify.h"

namespace mingbai::policy {
namespace {

using contract::Fault;

// A share is stated with one decimal of a percent: 62.7 %.
constexpr std::int64_t share_step = 10;

struct Count {
  std::int64_t all = 0;
  std::int64_t treated = 0;
};

Count count(const DipList& list, const ListSize& size, Date day) {
  Count out;
  for (const DipGroup& member : list.members) {
    if (!member.authority.source.effective.contains(day)) continue;
    ++out.all;
    out.treated += std::ranges::count(size.treatments, member.treatment);
  }
  return out;
}

void verify_size(const DipList& list, const ListSize& size, Date day, Findings& findings) {
  const Count found = count(list, size, day);
  const bool wrong = list.complete ? found.all != size.size : found.all > size.size;
  if (wrong)
    findings.push_back(contract::finding(Fault::list_size, size.authority.place,
                                         std::to_string(found.all) + " (" + to_iso(day) + ")",
                                         {std::to_string(size.size)}));
  if (!list.complete || !size.share || found.all == 0) return;
  const std::int64_t share =
      (found.treated * whole.basis_points * 2 / share_step + found.all) / (found.all * 2) * share_step;
  if (share != size.share->basis_points)
    findings.push_back(contract::finding(Fault::list_size, size.authority.place,
                                         to_percent(Ratio{static_cast<std::int32_t>(share)}),
                                         {to_percent(*size.share)}));
}

}  // namespace

void verify_dip(const Policy& policy, Findings& findings) {
  for (const DipList& list : policy.payment.lists) {
    for (const ListSize& size : list.sizes) {
      const Period days = size.authority.source.effective;
      std::set<std::int32_t> changes;
      if (days.from.days != INT32_MIN) changes.insert(days.from.days);
      for (const DipGroup& member : list.members)
        for (const std::int64_t day : {std::int64_t{member.authority.source.effective.from.days},
                                       std::int64_t{member.authority.source.effective.to.days} + 1})
          if (day > INT32_MIN && day < INT32_MAX && days.contains(Date{static_cast<std::int32_t>(day)}))
            changes.insert(static_cast<std::int32_t>(day));
      for (const std::int32_t day : changes) verify_size(list, size, Date{day}, findings);
    }
  }
}

}  // namespace mingbai::policy
