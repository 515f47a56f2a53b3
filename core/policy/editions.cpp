#include "core/policy/editions.h"

#include <algorithm>

namespace mingbai::policy {

std::vector<Date> turning_days(const Policy& policy) {
  std::vector<Date> out;
  const auto add = [&](const Authority& authority) {
    const Period& period = authority.source.effective;
    if (period.from.days != INT32_MIN) out.push_back(period.from);
    if (!period.open_ended()) out.push_back(period.to + 1);
  };
  for (const auto& parameter : policy.parameters)
    for (const auto& value : parameter.values) add(value.authority);
  for (const auto& table : policy.tables)
    for (const auto& row : table.rows) add(row.authority);
  for (const auto& benefit : policy.benefits) {
    add(benefit.authority);
    for (const auto& step : benefit.steps)
      if (step.authority) add(*step.authority);
  }
  for (const auto& requirement : policy.requirements) add(requirement.authority);
  for (const auto& note : policy.notes) add(note.authority);
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

const Edition& Editions::of(const Policy& policy, Date day, StatusSet statuses) {
  auto found = std::ranges::find_if(
      all_, [&](const Stretches& s) { return s.policy == &policy && s.statuses == statuses; });
  if (found == all_.end()) {
    Stretches made{&policy, statuses, turning_days(policy), {}};
    made.editions.resize(made.turns.size() + 1);
    found = all_.insert(all_.end(), std::move(made));
  }
  const auto turn = std::ranges::upper_bound(found->turns, day) - found->turns.begin();
  auto& edition = found->editions[static_cast<std::size_t>(turn)];
  if (edition == nullptr) edition = std::make_unique<Edition>(compile(policy, day, statuses));
  return *edition;
}

}  // namespace mingbai::policy
