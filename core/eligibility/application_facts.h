#pragma once
// An application as the facts that rules ask about.

#include "core/eligibility/application.h"
#include "core/policy/policy.h"

namespace mingbai::eligibility {

policy::Facts facts_of(const policy::Policy&, const Application&);

}  // namespace mingbai::eligibility
