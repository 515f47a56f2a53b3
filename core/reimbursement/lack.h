#pragma once
// What to say when no rule of the asked statuses covers a claim: which status would cover it, and where that
// stands.

#include "core/base/finding.h"
#include "core/policy/policy.h"
#include "core/reimbursement/claim.h"

namespace mingbai::reimbursement {

Finding no_rule(const policy::Policy&, Date, const Claim&, const policy::Facts&);

// The finding without a place to cite yet: "no rule of the statuses asked (in_force) …".
Finding no_rule(policy::StatusSet);

// "in_force, assumed".
std::string written(policy::StatusSet);

}  // namespace mingbai::reimbursement
