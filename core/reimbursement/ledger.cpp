#include "core/reimbursement/ledger.h"

#include <algorithm>

namespace mingbai::reimbursement {
namespace {

using policy::DeductibleWay;

const std::string cost = "deductible_cost";
const std::string paid = "deductible_paid";
const std::string paid_by = "deductible_paid_by.";

std::int64_t sum_of(const Ledger& ledger, const std::string& name) {
  for (const auto& [key, sum] : ledger.further)
    if (key == name) return sum.fen;
  return 0;
}

bool keeps(const Ledger& ledger, const std::string& name) {
  return std::ranges::any_of(ledger.further, [&](const auto& entry) { return entry.first == name; });
}

void add(Ledger& ledger, const std::string& name, std::int64_t fen) {
  const auto at = std::ranges::lower_bound(ledger.further, name, {}, &std::pair<std::string, Money>::first);
  if (at != ledger.further.end() && at->first == name)
    at->second += Money{fen};
  else
    ledger.further.insert(at, {name, Money{fen}});
}

std::string month_of(const Claim& claim) {
  const auto day = claim.discharged ? claim.discharged : claim.admitted ? claim.admitted : claim.as_of;
  return day ? to_iso(*day).substr(0, 7) : std::string();
}

std::string quarter_of(const Claim& claim) {
  const std::string month = month_of(claim);
  if (month.empty()) return month;
  const int number = (month[5] - '0') * 10 + (month[6] - '0');
  return month.substr(0, 5) + "Q" + std::to_string((number + 2) / 3);
}

}  // namespace

bool is_of_year(const Ledger& ledger, Date day) {
  return ledger.year.empty() || ledger.year == to_iso(day).substr(0, 4);
}

bool is_empty(const Ledger& ledger) {
  const bool sums = ledger.eligible_self_pay.fen != 0 || ledger.fund_paid.fen != 0 ||
                    ledger.major_illness_paid.fen != 0 || ledger.admissions != 0 || ledger.splits != 0;
  return !sums &&
         std::ranges::all_of(ledger.further, [](const auto& entry) { return entry.second.fen == 0; });
}

YearSoFar year_so_far(const Claim& claim) {
  const Ledger& ledger = claim.ledger;
  YearSoFar out;
  out.eligible_self_pay = ledger.eligible_self_pay.fen;
  out.fund_paid = ledger.fund_paid.fen;
  if (ledger.further.empty()) return out;
  out.deductible_paid = sum_of(ledger, paid);
  out.deductible_cost = keeps(ledger, cost) ? sum_of(ledger, cost) : out.deductible_paid;
  if (claim.provider.code) out.deductible_paid_provider = sum_of(ledger, paid_by + *claim.provider.code);
  out.deductible_paid_quarter = sum_of(ledger, paid_by + quarter_of(claim));
  out.deductible_paid_month = sum_of(ledger, paid_by + month_of(claim));
  return out;
}

std::int64_t already_paid(const YearSoFar& year, DeductibleWay way) {
  switch (way) {
    case DeductibleWay::per_admission:
      return 0;
    case DeductibleWay::per_year:
      return year.deductible_cost;
    case DeductibleWay::per_year_top_up:
      return year.deductible_paid;
    case DeductibleWay::per_provider_year:
      return year.deductible_paid_provider;
    case DeductibleWay::per_quarter:
      return year.deductible_paid_quarter;
    case DeductibleWay::per_month:
      return year.deductible_paid_month;
  }
  return 0;
}

Ledger after(Ledger ledger, const Claim& claim, const Totals& totals, std::optional<DeductibleWay> way) {
  ledger.eligible_self_pay += Money{totals.eligible - totals.fund};
  ledger.fund_paid += Money{totals.fund};
  ledger.major_illness_paid += Money{totals.major_illness};
  if (claim.care == Care::inpatient || claim.care == Care::day_surgery) ++ledger.admissions;
  if (claim.split) ++ledger.splits;
  const bool counts = way && *way != DeductibleWay::per_admission;
  if (counts || keeps(ledger, paid)) add(ledger, paid, totals.deductible);
  if ((way == DeductibleWay::per_year) || keeps(ledger, cost)) {
    const std::int64_t before = keeps(ledger, cost) ? 0 : sum_of(claim.ledger, paid);
    add(ledger, cost, before + totals.deductible_cost);
  }
  if (way == DeductibleWay::per_provider_year && claim.provider.code)
    add(ledger, paid_by + *claim.provider.code, totals.deductible);
  if (way == DeductibleWay::per_quarter) add(ledger, paid_by + quarter_of(claim), totals.deductible);
  if (way == DeductibleWay::per_month) add(ledger, paid_by + month_of(claim), totals.deductible);
  return ledger;
}

}  // namespace mingbai::reimbursement
