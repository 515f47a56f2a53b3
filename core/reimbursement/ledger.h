#pragma once
// The insurance year before and after a claim.
//
// `eligible_self_pay` grows by what the person pays of eligible cost, deductible included and before major
// illness insurance; `admissions` by one for care in a bed. `further` holds "deductible_paid" for yearly
// deductibles.

#include "core/reimbursement/run.h"

namespace mingbai::reimbursement {

YearSoFar year_so_far(const Ledger&);
Ledger after(Ledger, const Claim&, const Totals&);

}  // namespace mingbai::reimbursement
