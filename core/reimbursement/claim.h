#pragma once
// A claim (费用申报): one bill with what is known of the person, the care and the year so far. Shape and
// meaning are those of the `settle` message; an absent optional is an unknown fact, not a default.

#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/money.h"
#include "core/policy/source.h"

namespace mingbai::reimbursement {

enum class Care : std::uint8_t {
  inpatient,
  outpatient,
  special_disease,
  two_diseases,
  negotiated_drug,
  day_surgery
};
enum class Remote : std::uint8_t { local, filed, referred, emergency, unfiled };

// A remote-care filing (异地就医备案) the person holds; `category` is a key of the filing kinds.
struct RemoteFiling {
  std::string category;
  std::string care_region;
  Date from;
  std::optional<Date> to;
};

// A disease confirmed for the person; without days it holds always.
struct ConfirmedDisease {
  std::string code;
  std::optional<Date> from;
  std::optional<Date> to;
};

// A part of the bill with its day, for day surgery.
struct Item {
  std::optional<Date> date;
  Money amount;
};

enum class Continues : std::uint8_t { none, split, transfer };

struct Provider {
  std::optional<std::string> code;
  std::optional<std::string> region;  // six digits of GB/T 2260
  std::optional<std::string> kind;
  std::optional<int> level;
  std::optional<std::string> grade;
  bool selected = false;
  std::optional<std::string> alliance;
};

struct Insured {
  std::optional<std::string> scheme;
  std::optional<int> continuous_months;
  std::optional<bool> enrolled;
  std::optional<std::string> region;
  std::optional<std::string> name;
  std::optional<std::string> certificate_type;
  std::optional<std::string> certificate_number;
  std::optional<bool> outpatient_basic;
  std::vector<RemoteFiling> filings;
  std::optional<std::vector<ConfirmedDisease>> confirmed_diseases;  // absent: not checked
};

struct Bill {
  std::optional<Money> total;
  Money own_expense;
  Money over_limit;
  Money upfront;
};

// The insurance year so far (年度累计), and after the claim.
struct Ledger {
  std::string year;
  Money eligible_self_pay;
  Money fund_paid;
  Money major_illness_paid;
  int admissions = 0;
  int splits = 0;                                      // interim settlements at a year's end
  std::vector<std::pair<std::string, Money>> further;  // sums a benefit keeps beside these, by name, sorted
};

struct Claim {
  std::string policy;
  std::optional<Date> as_of;
  policy::StatusSet statuses;
  Insured insured;
  std::optional<Care> care;
  Provider provider;
  std::optional<Remote> remote;
  std::optional<std::string> remote_category;  // temporary, referral …, when the situation is asked first
  std::optional<std::string> disease;
  std::optional<std::string> drug_program;
  std::optional<int> prescription_days;
  std::optional<Date> admitted;
  std::optional<Date> discharged;
  std::optional<Date> operated;
  std::vector<Item> items;
  bool split = false;
  Continues continues = Continues::none;
  Bill bill;
  Ledger ledger;
};

}  // namespace mingbai::reimbursement
