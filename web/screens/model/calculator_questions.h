#pragma once
// What a kind of care asks besides the bill (还要问的): made from the facts that the benefit's rules refer to, with the
// labels and domains of the dictionary. A screen holds no list of its own: a pack that asks more is asked more here.
//
//   special disease in Chuxiong -> {"claim.disease", choice, "病种", the catalogue's diseases}, …
//
// Derived facts are asked for as what they are derived from. Facts the form has a field of its own for are left out.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/policy/library.h"
#include "core/reimbursement/settle.h"
#include "generated/strings.h"
#include "web/screens/model/calculator_form.h"

namespace mingbai::screens {

struct Question {
  enum class Kind : std::uint8_t { choice, yes_no, money, number, date, text } kind = Kind::text;
  struct Option {
    std::string value, label;
  };
  std::string fact;  // "claim.provider.kind": its key in CalculatorForm::further
  std::string label;
  std::vector<Option> options;
  bool of_the_year = false;  // what was paid and done earlier this year, how long one is insured: seldom needed
};

// For the care, day and statuses of the form. Nothing while the place of insurance is not chosen.
std::vector<Question> questions(const policy::Library&, const CalculatorForm&, const strings::Strings&);

// The same for a fact that an answer named as missing.
std::optional<Question> question_for(const policy::Library&, const CalculatorForm&, std::string_view fact,
                                     const strings::Strings&);

// The kinds of care a pack has benefits for, of all packs while none is chosen; in the order of the messages.
std::vector<std::string> care_kinds(const policy::Library&, std::string_view policy);

// Whether the benefits of the form's care depend on the hospital's level. True while none is known.
bool asks_level(const policy::Library&, const CalculatorForm&);

}  // namespace mingbai::screens
