#pragma once
// The filing's form (备案表): what the person has answered so far, for himself or for somebody else.
//
// It is kept as a draft on the device (`to_json` / `filing_form`), never in a link: it holds a name and an identity
// number. `payload` is the `check` message without date and statuses; what the device checks and what the server checks
// again are these same bytes.

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "core/base/date.h"
#include "core/eligibility/check.h"
#include "core/policy/library.h"
#include "web/screens/model/calculator_form.h"
#include "web/screens/model/names.h"

namespace mingbai::screens {

struct FilingForm {
  std::string insured;  // "zhongshan.employee_combined"
  std::string category;
  std::string care_region;
  std::string enrolled;     // yes | no
  std::string whom = "self";  // self | other
  std::string name;
  std::string number;
  std::string agent_name;
  std::string agent_number;
  std::string relation;
  bool consent = false;
  std::set<std::string> documents;
  std::string from;
  std::string to;

  std::string policy() const;
  std::string scheme() const;
  friend bool operator==(const FilingForm&, const FilingForm&) = default;
};

FilingForm filing_form(std::string_view json);  // missing or strange parts are left at their defaults
std::string to_json(const FilingForm&);

// What the calculator already knows is not asked again.
FilingForm from_calculator(const CalculatorForm&);

std::string payload(const FilingForm&, const Names&);

// The form a queued or received filing was made from.
FilingForm form_of_payload(std::string_view payload_json);

// "442000199001011234" -> "4420**********1234"; a short one is starred whole.
std::string masked_number(std::string_view number);
// "陈小明" -> "陈*明"
std::string masked_name(std::string_view name);

}  // namespace mingbai::screens
