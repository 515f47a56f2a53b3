#pragma once
// The insurance year before and after a claim.
//
// A year's sums are that year's alone: a claim belongs to the calendar year of its rule date, and a ledger
// that says it is another year's does not count for it.
//
// `eligible_self_pay` grows by what the person pays of eligible cost, deductible included and before major
// illness insurance; `admissions` by one for care in a bed, `splits` by one for a stay settled in parts.
// Where a benefit's deductible counts more than the admission, the sums it needs are kept under names of
// their own:
//
//   deductible_cost                  the cost that met a yearly deductible
//   deductible_paid                  paid as deductible this year,
//   deductible_paid_by.H44200100026  at this institution, in this quarter (2025-Q3), in this month (2025-09)

#include "core/reimbursement/amounts.h"
#include "core/reimbursement/claim.h"

namespace mingbai::reimbursement {

// Without a year of its own it is the claim's.
bool is_of_year(const Ledger&, Date day);
bool is_empty(const Ledger&);

YearSoFar year_so_far(const Claim&);
std::int64_t already_paid(const YearSoFar&, policy::DeductibleWay);

// `way` is that of the benefit's deductible; nothing where it has none.
Ledger after(Ledger, const Claim&, const Totals&, std::optional<policy::DeductibleWay> way);

}  // namespace mingbai::reimbursement
