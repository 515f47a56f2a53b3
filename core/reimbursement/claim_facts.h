#pragma once
// A claim as the facts that rules ask about.

#include "core/policy/policy.h"
#include "core/reimbursement/claim.h"

namespace mingbai::reimbursement {

policy::Facts facts_of(const policy::Policy&, const Claim&, std::optional<Remote> situation);

void set_insured(policy::Facts&, const Insured&);

}  // namespace mingbai::reimbursement
