#pragma once
// From the form to claims: what is still to be asked, what is wrong at which field, and the claim as the rules read it.
//
// A claim is written as the `settle` message and read back by the same codec as everybody else's, so the screen
// refuses exactly what the command line refuses. The alternatives of a bill differ from it in one thing each.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/policy/library.h"
#include "core/reimbursement/settle.h"
#include "generated/strings.h"
#include "web/screens/model/calculator_form.h"
#include "web/screens/model/calculator_questions.h"

namespace mingbai::screens {

// The fields still empty without which nothing can be said, in the order they are asked: situation, insured, ….
std::vector<std::string> open_questions(const CalculatorForm&, bool asks_level = true);
std::string_view question_label(std::string_view field, const CalculatorForm&, const strings::Strings&);

struct ReadForm {
  std::map<std::string, std::string> faults;  // field -> sentence
  std::string message;                        // the `settle` request, empty while a question is open
  std::optional<reimbursement::Claim> claim;  // absent while a question is open or a field is at fault
};

ReadForm read_form(const policy::Library&, const CalculatorForm&, const strings::Strings&);
ReadForm read_form(const policy::Library&, const CalculatorForm&, const std::vector<Question>& asked, const strings::Strings&);

// The same bill, filed and not filed; absent where a filing made beforehand changes nothing.
struct FilingAlternatives {
  reimbursement::Claim unfiled;
  reimbursement::Claim filed;
};
std::optional<FilingAlternatives> filing_alternatives(const CalculatorForm&, const reimbursement::Claim&);

}  // namespace mingbai::screens
