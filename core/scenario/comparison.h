#pragma once
// Adds stretches of priced claims up to a summary: totals, and of two policies who pays less and who more, in
// which groups, by which clause, by how much, with the people who gain and lose most.

#include <vector>

#include "core/scenario/columns.h"
#include "core/scenario/pricing.h"
#include "core/scenario/summary.h"

namespace mingbai::scenario {

inline constexpr std::size_t examples_most = 5;

class Comparison {
 public:
  // One or two, borrowed; `groups` are the facts to group by.
  Comparison(std::vector<Pricing*> pricings, std::vector<policy::Fact> groups);

  void add(const Claims&, const std::vector<Priced>&);
  void finish(Summary&) const;

 private:
  struct GroupSums {
    std::uint64_t people = 0, claims = 0, winners = 0, losers = 0;
    std::int64_t total = 0;
    std::int64_t fund[2] = {0, 0}, self[2] = {0, 0};
  };
  struct GroupTable {
    policy::Fact fact;
    std::size_t column = 0;
    bool there = false;
    std::vector<GroupSums> by_code;
    std::vector<std::string> words;
  };
  struct ClauseSums {
    ClauseShare share;
    std::uint64_t last_person = UINT64_MAX;
  };

  void add_totals(const Claims&, const std::vector<Priced>&);
  void add_groups(const Claims&, const std::vector<Priced>&);
  void add_people(const Claims&, const std::vector<Priced>&);
  void add_clauses(const Claims&, const std::vector<Priced>&, std::size_t person);
  void count_clause(const policy::Authority*, const std::string& step, const Text& label,
                    std::int64_t difference, std::uint64_t person);
  void keep_example(std::vector<Example>&, const Claims&, std::size_t person, std::int64_t difference,
                    bool gained);

  std::vector<Pricing*> pricings_;
  std::vector<GroupTable> groups_;
  std::vector<Sums> totals_;
  std::uint64_t people_ = 0, claims_ = 0, unchanged_ = 0;
  Side winners_, losers_;
  std::vector<Band> bands_;
  std::vector<ClauseSums> clauses_;
  std::vector<Example> gained_, lost_;
};

}  // namespace mingbai::scenario
