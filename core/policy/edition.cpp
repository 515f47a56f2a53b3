#include "core/policy/edition.h"

#include <algorithm>

#include "core/policy/reading.h"

namespace mingbai::policy {
namespace {

Figure best_value(const Parameter& parameter, Date day, StatusSet statuses) {
  Figure out;
  for (const ParameterValue& value : parameter.values) {
    if (!holds(value.authority, day, statuses)) continue;
    if (out.authority == nullptr || goes_before(value.authority, *out.authority))
      out = {value.value, &value.authority};
  }
  return out;
}

}  // namespace

Edition compile(const Policy& policy, Date day, StatusSet statuses) {
  Edition out;
  out.policy = &policy;
  out.day = day;
  out.statuses = statuses;
  for (const Parameter& parameter : policy.parameters)
    out.parameters.push_back(best_value(parameter, day, statuses));
  for (const Table& table : policy.tables) {
    const auto first = out.rows.size();
    for (const Row& row : table.rows)
      if (holds(row.authority, day, statuses))
        out.rows.push_back({row.first_condition, row.conditions, {row.value, &row.authority}});
    std::stable_sort(out.rows.begin() + static_cast<std::ptrdiff_t>(first), out.rows.end(),
                     [](const EditionRow& a, const EditionRow& b) {
                       return goes_before(*a.figure.authority, *b.figure.authority);
                     });
    out.tables.push_back(
        {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(out.rows.size() - first)});
  }
  out.benefits = chosen(
      policy.benefits, day, statuses, [](const Benefit& b) -> const std::string& { return b.id; },
      [](const Benefit&) { return true; });
  std::stable_sort(out.benefits.begin(), out.benefits.end(), [](const Benefit* a, const Benefit* b) {
    return goes_before(a->authority, b->authority);
  });
  for (std::size_t care = 0; care < care_count; ++care) {
    out.conditions[care] = chosen(
        policy.requirements, day, statuses, [](const Requirement& r) -> const std::string& { return r.code; },
        [&](const Requirement& r) { return (r.care_bits >> care & 1u) != 0; });
    out.notes[care] = chosen(
        policy.notes, day, statuses, [](const Note& n) -> const std::string& { return n.id; },
        [&](const Note& n) { return std::ranges::find(n.care, care_kinds()[care]) != n.care.end(); });
  }
  return out;
}

}  // namespace mingbai::policy
