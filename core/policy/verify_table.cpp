#include <algorithm>
#include <set>

#include "core/base/money.h"
#include "core/contract/fault.h"
#include "core/policy/edition.h"
#include "core/policy/verify.h"

namespace mingbai::policy {
namespace {

using contract::Fault;

constexpr std::size_t cases_most = 200'000;
constexpr std::int64_t listed_most = 64;
constexpr std::size_t shown_most = 5;

struct Input {
  Fact fact;
  std::vector<std::int64_t> values;  // one of every stretch on which all rows agree
};

// Of an open fact: the edges of every condition on it, and something below the first.
std::vector<std::int64_t> edges(const Policy& policy, const Table& table, Fact fact, std::int64_t least) {
  std::set<std::int64_t> out{least};
  for (const Row& row : table.rows) {
    for (std::uint32_t c = row.first_condition; c < row.first_condition + row.conditions; ++c) {
      const Condition& condition = policy.programs.conditions[c];
      if (condition.fact != fact) continue;
      for (std::uint32_t r = condition.first; r < condition.first + condition.count; ++r) {
        const Range range = policy.programs.ranges[r];
        if (range.from > least) out.insert(range.from);
        if (range.to >= least && range.to < INT64_MAX) out.insert(range.to + 1);
      }
    }
  }
  return {out.begin(), out.end()};
}

std::vector<std::int64_t> whole_domain(const Policy& policy, const Table& table, Fact fact, Date day) {
  const FactEntry& entry = policy.dictionary.of(fact);
  std::vector<std::string> keys = policy.dictionary.keys(fact);
  if (fact == Fact::insured_scheme) keys = policy.scheme_keys(day);
  std::vector<std::int64_t> out;
  if (type_of(fact) == FactType::boolean) return {0, 1};
  for (const auto& key : keys) out.push_back(policy.symbols.find(key).value_or(-1));
  if (!out.empty() || fact == Fact::insured_scheme) return out;
  if (entry.from && entry.to && *entry.to - *entry.from < listed_most) {
    for (std::int64_t v = *entry.from; v <= *entry.to; ++v) out.push_back(v);
    return out;
  }
  const bool symbolic = type_of(fact) == FactType::enumeration || type_of(fact) == FactType::text;
  return edges(policy, table, fact, symbolic ? -1 : entry.from.value_or(0));
}

std::vector<std::int64_t> domain(const Policy& policy, const Table& table, Fact fact, Date day) {
  auto out = whole_domain(policy, table, fact, day);
  for (const Condition& over : table.over)
    if (over.fact == fact)
      std::erase_if(out,
                    [&](std::int64_t v) { return !in_ranges(policy.programs, over.first, over.count, v); });
  return out;
}

// The days on which something changes, each with the last day on which it stays so.
std::vector<Period> stretches(const Policy& policy, const Table& table) {
  Period whole{Date{INT32_MAX}, Date{INT32_MIN}};
  std::set<std::int64_t> starts;
  const auto add = [&](Period p) {
    starts.insert(p.from.days);
    starts.insert(std::int64_t{p.to.days} + 1);
  };
  for (const Row& row : table.rows) {
    const Period p = row.authority.source.effective;
    whole = {std::min(whole.from, p.from), std::max(whole.to, p.to)};
    add(p);
  }
  if (const auto used = used_on(policy, policy.table_index(table.id), std::nullopt)) {
    whole = {std::min(whole.from, used->from), std::max(whole.to, used->to)};
    add(*used);
  }
  for (const Scheme& scheme : policy.schemes) add(scheme.effective);
  std::vector<Period> out;
  for (auto it = starts.begin(); it != starts.end(); ++it) {
    const std::int64_t last = std::next(it) == starts.end() ? INT32_MAX : *std::next(it) - 1;
    if (*it >= whole.from.days && *it <= whole.to.days)
      out.push_back({Date{static_cast<std::int32_t>(*it)},
                     Date{static_cast<std::int32_t>(std::min<std::int64_t>(last, whole.to.days))}});
  }
  return out;
}

class Proof {
 public:
  Proof(const Policy& policy, const Table& table, Findings& findings)
      : policy_(policy), table_(table), findings_(findings), facts_(policy.symbols) {}

  void prove(Period days) {
    std::size_t cases = 1;
    inputs_.clear();
    for (Fact fact : table_.inputs) {
      inputs_.push_back({fact, domain(policy_, table_, fact, days.from)});
      cases *= inputs_.back().values.size();
      if (cases > cases_most)
        return findings_.push_back(
            contract::finding(Fault::table_too_large, table_.place, std::to_string(cases)));
    }
    days_ = days;
    walk(0);
  }

 private:
  void walk(std::size_t depth) {
    if (shown_ >= shown_most) return;
    if (depth == inputs_.size()) return judge();
    for (std::int64_t value : inputs_[depth].values) {
      facts_.set(inputs_[depth].fact, value);
      walk(depth + 1);
    }
  }

  void judge() {
    const Row* best = nullptr;
    NoNames nobody;
    for (const Row& row : table_.rows) {
      if (!row.authority.source.effective.contains(days_.from)) continue;
      const EditionRow flat{row.first_condition, row.conditions, {}};
      if (matches(policy_.programs, flat, facts_, nobody) != Truth::yes) continue;
      if (best != nullptr && !goes_before(row.authority, best->authority) &&
          !goes_before(best->authority, row.authority))
        report(Fault::table_overlap, row.authority.place, " (" + best->authority.place + ")");
      if (best == nullptr || goes_before(row.authority, best->authority)) best = &row;
    }
    if (best == nullptr && !table_.gaps_wanted) report(Fault::table_gap, table_.place, "");
  }

  void report(Fault fault, const std::string& place, const std::string& with) {
    std::string example;
    for (const Input& input : inputs_) {
      const std::int64_t value = facts_.value(input.fact);
      const bool nameless = value < 0 && type_of(input.fact) != FactType::money;
      example +=
          std::string(name_of(input.fact)) + " = " + (nameless ? "…" : facts_.written(input.fact)) + ", ";
    }
    findings_.push_back(contract::finding(fault, place, example + written(days_) + with));
    ++shown_;
  }

  const Policy& policy_;
  const Table& table_;
  Findings& findings_;
  Facts facts_;
  std::vector<Input> inputs_;
  Period days_;
  std::size_t shown_ = 0;
};

}  // namespace

void verify_table(const Policy& policy, const Table& table, Findings& findings) {
  Proof proof(policy, table, findings);
  for (const Period& days : stretches(policy, table)) proof.prove(days);
}

}  // namespace mingbai::policy
