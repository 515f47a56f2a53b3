#pragma once
// What to say when no rule of the asked statuses covers a claim: which status would cover it, and where that
// stands.

#include "core/base/finding.h"
#include "core/policy/policy.h"
#include "core/reimbursement/claim.h"

namespace mingbai::reimbursement {

Finding no_rule(const policy::Policy&, Date, const Claim&, const policy::Facts&);

// The finding without a place to cite yet: "no rule in force or assumed …".
Finding no_rule(policy::StatusSet);

// "连同征求意见的规定一起算，…": what to do when only rules of that status would give an answer.
Text count_as_well(policy::Status);

}  // namespace mingbai::reimbursement
