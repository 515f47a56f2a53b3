#pragma once
// Which facts a column of claims may hold, what may stand in it, and how a row becomes a claim again.

#include <optional>
#include <vector>

#include "core/base/finding.h"
#include "core/policy/policy.h"
#include "core/reimbursement/claim.h"
#include "core/scenario/columns.h"

namespace mingbai::scenario {

// The facts a row may state, in the order of the messages.
const std::vector<policy::Fact>& claim_columns();
std::vector<std::string> claim_column_names();
std::optional<policy::Fact> find_claim_column(std::string_view name);

// What is wrong with a word in the column, or nothing. A scheme must be known to every policy.
std::optional<Finding> check_word(policy::Fact, std::string_view word,
                                  const std::vector<const policy::Policy*>&);

// The row as a claim; facts without a column are left out.
reimbursement::Claim claim_at(const Claims&, std::size_t row);

}  // namespace mingbai::scenario
