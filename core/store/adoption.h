#pragma once
// Adoption (接续): filings of schema 1 get a life. Their events are read from the envelopes that were decided
// then, with the server's times of then; rules and matter are left to the sweep, which has the policies.

#include "core/store/lives.h"

namespace mingbai::store {

// The standing of a filing, adopted first when it has no life yet; nothing when there is no such filing.
Result<std::optional<Standing>> adopted_standing(Database&, std::string_view filing);

// Adopts at most so many; how many it was. Inside the caller's transaction.
Result<int> adopt_earlier_filings(Database&, int most);

// Whether the policy was read into the standing; not before the sweep has seen an adopted filing.
inline bool is_judged(const Standing& standing) { return !standing.policy.empty(); }

}  // namespace mingbai::store
