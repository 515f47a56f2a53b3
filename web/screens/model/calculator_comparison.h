#pragma once
// The same bill under the other choices open to the person (同一张账单，只改一样).
//
// A saving by filing is shown only where a filing exists for the situation; the others get a remark that says why it
// changes nothing and what would.

#include "web/screens/model/calculator_answer.h"

namespace mingbai::screens {

std::optional<Comparison> filing_comparison(const policy::Library&, policy::Editions&, const CalculatorForm&, const reimbursement::Claim&,
                                            const strings::Strings&);
std::optional<Comparison> level_comparison(const policy::Library&, policy::Editions&, const CalculatorForm&, const reimbursement::Claim&,
                                           const strings::Strings&);
std::optional<FilingRemark> filing_remark(const policy::Library&, const Names&, const CalculatorForm&,
                                          const reimbursement::Claim&, const strings::Strings&);

}  // namespace mingbai::screens
