#pragma once
// The filing's form (备案表) of any kind: what the person has answered so far, for himself or for somebody else.
//
// Answers stand under the names of the facts they answer ("application.disease.code"), as typed; which are asked is
// the matter of filing_questions.h. The form is kept as a draft on the device (`to_json` / `filing_form`), never in a
// link: it holds a name and an identity number. `payload` is the `check` message without date and statuses; what the
// device checks and what the server checks again are these same bytes.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "web/screens/model/calculator_form.h"
#include "web/screens/model/names.h"
#include "web/screens/model/route.h"

namespace mingbai::screens {

// The kinds a person files, in the order in which they are offered.
inline constexpr std::string_view filing_kinds[] = {"remote_care",     "special_disease", "provider_selection", "negotiated_drug",
                                                    "recheck",         "late_entry",      "manual_claim"};
bool is_filing_kind(std::string_view);

// One of several institutions selected. `told`: what the catalogue does not say, "kind" -> "hospital".
struct ChosenInstitution {
  std::string code;  // national code, key of the catalogue, or its name
  std::map<std::string, std::string> told;
  friend bool operator==(const ChosenInstitution&, const ChosenInstitution&) = default;
};

struct FilingForm {
  std::string kind;
  std::string insured;                         // "zhongshan.employee_combined"; "zhongshan.": the scheme is open
  std::map<std::string, std::string> answers;  // fact -> as typed; of a boolean yes | no
  std::vector<ChosenInstitution> institutions;
  std::string whom = "self";  // self | other
  std::string name;
  std::string number;
  std::string agent_name;
  std::string agent_number;
  std::string relation;
  bool consent = false;
  std::set<std::string> documents;
  std::string follows;       // of a recheck: the filing whose benefit ends
  std::string granted_from;  // and the day from which that one held

  std::string policy() const;
  std::string scheme() const;
  std::string answer(std::string_view fact) const;  // empty when open
  void set(const std::string& fact, std::string value);
  friend bool operator==(const FilingForm&, const FilingForm&) = default;
};

FilingForm filing_form(std::string_view json);  // missing or strange parts are left at their defaults
std::string to_json(const FilingForm&);

// What the calculator already knows is not asked again.
FilingForm from_calculator(const CalculatorForm&);

// "#/file?kind=special_disease&insured=chuxiong.resident&application.disease.code=psychosis": kind, scheme and facts of
// the application; nothing that says who the person is.
FilingForm filing_form(const Route&);

std::string payload(const FilingForm&, const Names&);

// The form a queued or received filing was made from.
FilingForm form_of_payload(std::string_view payload_json);

// A recheck of what a received filing granted: the same person, disease and institution, nothing else.
FilingForm recheck_of(std::string_view filing, std::string_view payload_json, std::string_view granted_from);

}  // namespace mingbai::screens
