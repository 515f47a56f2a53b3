#pragma once
// An edition (版本): a policy compiled for one day and a set of statuses. Of every parameter the one value
// that counts, of every table the rows that hold, best first, of every benefit the candidate that counts;
// flat arrays, so that an evaluation neither allocates nor looks a name up.
//
// It borrows from its policy, which must outlive it.

#include <array>
#include <optional>
#include <vector>

#include "core/policy/policy.h"

namespace mingbai::policy {

// A figure with the element it comes from.
struct Figure {
  std::int64_t value = 0;
  const Authority* authority = nullptr;
};

enum class Lookup : std::uint8_t { found, none, unknown };

inline constexpr std::size_t care_count = 6;  // care_kinds(), in their order

struct EditionRow {
  std::uint32_t first_condition;
  std::uint32_t conditions;
  Figure figure;
};

struct Edition {
  const Policy* policy = nullptr;
  Date day;
  StatusSet statuses;
  std::vector<Figure> parameters;  // by index; no authority: none counts on the day
  std::vector<EditionRow> rows;
  struct Stretch {
    std::uint32_t first;
    std::uint32_t count;
  };
  std::vector<Stretch> tables;
  std::vector<const Benefit*> benefits;  // those that go before stand first
  // By kind of care: the conditions of its benefits, and the remarks beside its settlements.
  std::array<std::vector<const Requirement*>, care_count> conditions;
  std::array<std::vector<const Note*>, care_count> notes;
};

Edition compile(const Policy&, Date day, StatusSet);

template <class Sink>
Truth matches(const Programs& programs, const EditionRow& row, const Facts& facts, Sink& unknown) {
  const std::size_t names = unknown.size();
  Truth out = Truth::yes;
  for (std::uint32_t i = 0; i < row.conditions; ++i) {
    const Condition& condition = programs.conditions[row.first_condition + i];
    if (!facts.known(condition.fact)) {
      unknown.push(condition.fact);
      out = Truth::unknown;
    } else if (!in_ranges(programs, condition.first, condition.count, facts.value(condition.fact))) {
      unknown.shrink(names);
      return Truth::no;
    }
  }
  return out;
}

// The first row that holds. A row before it that might hold makes the answer unknown, and names what it
// depends on.
template <class Sink>
Lookup look_up(const Edition& edition, std::uint32_t table, const Facts& facts, Figure& figure,
               Sink& unknown) {
  const auto [first, count] = edition.tables[table];
  Lookup out = Lookup::none;
  for (std::uint32_t i = first; i < first + count; ++i) {
    const Truth truth = matches(edition.policy->programs, edition.rows[i], facts, unknown);
    if (truth == Truth::unknown) out = Lookup::unknown;
    if (truth != Truth::yes) continue;
    if (out == Lookup::unknown) return out;
    figure = edition.rows[i].figure;
    return Lookup::found;
  }
  return out;
}

}  // namespace mingbai::policy
