#pragma once
// What the catalogues and dated figures add to a claim's facts: the disease's class and whether it was
// confirmed on the day, whether the drug is on the list, the institution's levels for price limits and for
// the deductible, the cost outside the days around an operation, the working days left in the year.
//
// Confirmed diseases left out are not checked: the disease counts as confirmed. A disease without a class in
// the catalogue is `unlisted`. Without dated items nothing lies outside the days around the operation; the
// days are the pack's parameters day_surgery_days_before and day_surgery_days_after.

#include "core/policy/policy.h"
#include "core/reimbursement/claim.h"

namespace mingbai::reimbursement {

void derive(const policy::Policy&, const Claim&, policy::Facts&);

}  // namespace mingbai::reimbursement
