#pragma once
// A score request as the facts that rules ask about.

#include "core/institution_payment/hospital_case.h"
#include "core/policy/policy.h"

namespace mingbai::institution_payment {

policy::Facts facts_of(const policy::Policy&, const ScoreRequest&);

}  // namespace mingbai::institution_payment
