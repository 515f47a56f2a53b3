#pragma once
// The calculator's form (这张账单): what the person has chosen and typed so far, as typed, and how it stands in a link.
//
// The situation comes first: why one is away decides whether a filing exists for it at all. A link holds the whole
// form; a field the link does not hold is the form's default. Nothing in it says who the person is.
//
//   "#/calculator?why=long_term_resident&insured=zhongshan.employee_combined&in=440100&level=3&filed=no&…"
//
// What a kind of care asks besides stands in a link under the fact's own name: "claim.provider.kind=community".

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "generated/strings.h"
#include "web/screens/model/route.h"

namespace mingbai::screens {

// Why somebody is treated where he is. `local` is the place of insurance itself; the others are the categories of the
// remote-care filing, two of which know no filing in advance.
inline constexpr std::string_view situation_keys[] = {
    "local", "retired_settled", "long_term_resident", "posted_worker", "referral", "emergency", "temporary"};

std::string_view situation_label(std::string_view key, const strings::Strings&);
bool is_away(std::string_view situation);        // treated outside the place of insurance
bool filing_exists(std::string_view situation);  // a filing made beforehand changes what is paid

struct CalculatorForm {
  std::string situation;
  std::string insured;  // "zhongshan.employee_combined": pack and scheme; "zhongshan.": the scheme is not chosen yet
  std::string care_region;
  std::string level;
  std::string filed = "no";  // yes | no
  std::string care = "inpatient";
  std::string admitted;
  std::string discharged;
  std::string total;
  std::string own_expense;
  std::string over_limit;
  std::string upfront;
  std::string year_self_pay;
  std::string year_fund_paid;
  std::map<std::string, std::string> further;  // fact -> as typed, see calculator_questions.h
  bool assume = true;                          // figures that no document in hand states
  bool draft = false;                          // what is only proposed, to see what it would change

  std::string policy() const;
  std::string scheme() const;
  bool stay() const;  // care over several days: admitted and discharged
  friend bool operator==(const CalculatorForm&, const CalculatorForm&) = default;
};

// `today` dates a form that has no date yet.
CalculatorForm calculator_form(const Route&, Date today);
Route calculator_route(const CalculatorForm&, Date today);

// The worked example of the first visit.
CalculatorForm example_form(Date today);

}  // namespace mingbai::screens
