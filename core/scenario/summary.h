#pragma once
// What a simulation comes to (汇总): sums of one policy, or of two and what differs. Money is in fen; every
// difference is the second policy's less the first's. Lists have a fixed order, so that the same question
// gives the same bytes.

#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/finding.h"
#include "core/reimbursement/claim.h"

namespace mingbai::scenario {

struct Sums {
  std::int64_t total = 0;
  std::int64_t eligible = 0;
  std::int64_t fund = 0;
  std::int64_t major_illness = 0;
  std::int64_t self = 0;
  std::uint64_t undetermined = 0;  // claims that no rule covers, or that lack a fact
};

struct Side {
  std::uint64_t people = 0;
  std::int64_t sum = 0;  // of what they pay less, or more
};

struct Group {
  std::string fact;
  std::string key;  // empty: not known
  Text label;
  std::uint64_t people = 0;
  std::uint64_t claims = 0;
  std::int64_t total = 0;          // what was billed
  std::vector<std::int64_t> fund;  // by policy
  std::vector<std::int64_t> self;
  std::uint64_t winners = 0;
  std::uint64_t losers = 0;
};

// What people pay more or less at one step, by the clause that the step cites. Over all entries it adds up to
// the difference of what people pay.
struct ClauseShare {
  std::string document;
  std::string clause;
  std::string step;
  Text label;
  std::uint64_t people = 0;
  std::int64_t difference = 0;
};

// People by how much more they pay: from ≤ difference < to.
struct Band {
  std::optional<std::int64_t> from;
  std::optional<std::int64_t> to;
  std::uint64_t people = 0;
  std::int64_t sum = 0;
};

struct Example {
  std::uint64_t person = 0;  // from 1
  std::int64_t difference = 0;
  std::vector<reimbursement::Claim> claims;
};

struct PolicyName {
  std::string id;
  std::string version;
  Text title;
};

struct Summary {
  std::vector<PolicyName> policies;
  std::uint64_t people = 0;
  std::uint64_t claims = 0;
  std::optional<std::uint64_t> seed;
  policy::Status basis = policy::Status::in_force;
  std::vector<Sums> totals;  // by policy
  Sums difference;
  Side winners;
  Side losers;
  std::uint64_t unchanged = 0;
  std::vector<Group> groups;
  std::vector<ClauseShare> clauses;
  std::vector<Band> histogram;
  std::vector<Example> most_gained;
  std::vector<Example> most_lost;
  Findings findings;
};

}  // namespace mingbai::scenario
