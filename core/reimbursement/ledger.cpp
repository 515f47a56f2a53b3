#include "core/reimbursement/ledger.h"

#include <algorithm>

namespace mingbai::reimbursement {
namespace {

constexpr std::string_view deductible_paid = "deductible_paid";

}  // namespace

YearSoFar year_so_far(const Ledger& ledger) {
  YearSoFar out{ledger.eligible_self_pay.fen, ledger.fund_paid.fen, 0};
  for (const auto& [name, sum] : ledger.further)
    if (name == deductible_paid) out.deductible_paid = sum.fen;
  return out;
}

Ledger after(Ledger ledger, const Claim& claim, const Totals& totals) {
  ledger.eligible_self_pay += Money{totals.eligible - totals.fund};
  ledger.fund_paid += Money{totals.fund};
  ledger.major_illness_paid += Money{totals.major_illness};
  if (claim.care == Care::inpatient || claim.care == Care::day_surgery) ++ledger.admissions;
  for (auto& [name, sum] : ledger.further)
    if (name == deductible_paid) sum += Money{totals.deductible};
  return ledger;
}

}  // namespace mingbai::reimbursement
