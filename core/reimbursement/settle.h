#pragma once
// settle (结算): a policy, a claim and the year so far -> what is paid, every step with its sum, formula and
// clause.
//
//   total = fund_pay + major_illness_pay + self_pay, to the fen, always.
//
// Rules are those of the claim's day of discharge, of the statuses the claim allows. Where none covers the
// claim the answer pays nothing by guess: `self_pay` is the total and a finding `no_rule` says so
// (`determined` is false). A condition of the benefit that is not met (a requirement with `care`) is a
// finding, all of them at once, and unless it is only a remark the fund pays nothing. Pure: same arguments,
// same bytes, natively and in wasm.

#include <optional>
#include <string>
#include <vector>

#include "core/base/finding.h"
#include "core/policy/source.h"
#include "core/reimbursement/claim.h"

namespace mingbai::policy {
class Editions;
class Library;
}  // namespace mingbai::policy

namespace mingbai::reimbursement {

// Whose money a line moves: drawn from the person, from the basic fund, from major illness insurance, or a
// line that only adds up.
enum class Bearer : std::uint8_t { none, person, fund, major_illness };

struct Line {
  std::string step;  // stable key: "total", "own_expense", "unfiled_share", "deductible", "ratio", "fund", …
  Money amount;      // what this step moves
  Money balance;     // what is left after it
  Text label;        // "减去起付线"
  Text formula;      // with its numbers: "36,000.00 − 1,000.00 = 35,000.00"
  policy::Source source;
  Bearer bearer = Bearer::none;
  bool unfiled_only = false;  // the share caused by not having filed
};

// A fact the answer would need, or could be sharper with.
struct MissingFact {
  std::string fact;  // "insured.scheme"
  Text label;
  std::string type;  // money | date | enum | integer | boolean | text | region
  std::vector<std::string> domain;
};

struct Settlement {
  bool determined = false;
  Money total;
  Money own_expense;
  Money eligible;
  Money deductible;
  Money fund_pay;
  Money major_illness_pay;
  Money self_pay;
  std::vector<Line> lines;
  policy::Status basis = policy::Status::in_force;
  Ledger ledger;
  Findings findings;
  std::vector<MissingFact> missing;
  std::vector<Text> notes;
  std::optional<Remote> remote;  // as applied: derived from filings, regions and dates when not stated
  std::string policy_id;
  std::string policy_version;
  std::optional<Date> as_of;
};

// Whoever settles many claims keeps the editions (core/policy/editions.h) between them.
Settlement settle(const policy::Library&, const Claim&, policy::Editions&);
Settlement settle(const policy::Library&, const Claim&);

}  // namespace mingbai::reimbursement
