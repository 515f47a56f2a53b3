#pragma once
// An application (申请): who asks for what, where and with which documents, in the shape of the `check`
// message. An absent optional is an unknown fact. `agent` absent means the person acts for himself.

#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/ratio.h"
#include "core/policy/source.h"
#include "core/reimbursement/claim.h"

namespace mingbai::eligibility {

struct Disease {
  std::optional<std::string> code;
  std::optional<std::string> disease_class;  // special | chronic | one | two
  std::optional<bool> confirmed;
};

struct ApplicationProvider {
  std::optional<std::string> code;
  std::optional<std::string> region;
  std::optional<std::string> kind;
  std::optional<int> level;
  std::optional<std::string> ownership;
  std::optional<int> last_score;
  std::optional<bool> assessed;
  std::optional<bool> qualified;
};

// An institution getting ready for direct settlement.
struct Institution {
  std::optional<bool> pilot;
  std::optional<bool> county;
  std::optional<bool> dynamic_library;
};

// What a public institution bought by central procurement.
struct Procurement {
  std::optional<Ratio> online_rate;
  std::optional<int> agreed;
  std::optional<int> bought;
  std::optional<bool> supply_failure;
};

struct Physician {
  std::optional<std::string> title;  // resident | attending | associate_chief | chief
  std::optional<bool> registered;
  bool specialist = true;
};

struct Agent {
  std::optional<std::string> name;
  std::optional<std::string> certificate_type;
  std::optional<std::string> certificate_number;
  std::optional<std::string> relation;
  std::optional<bool> consent;
};

struct Application {
  std::string policy;
  std::optional<Date> as_of;
  policy::StatusSet statuses;
  reimbursement::Insured insured;
  std::string kind;  // remote_care | special_disease | provider_selection | negotiated_drug | recheck | …
  std::optional<std::string> category;  // of remote care
  std::optional<std::string> care_region;
  std::optional<Date> from;
  std::optional<Date> to;
  std::optional<std::string> channel;
  std::optional<std::string> setting;
  Disease disease;
  ApplicationProvider provider;
  std::optional<std::vector<ApplicationProvider>> providers;
  Physician physician;
  std::optional<Agent> agent;
  std::optional<std::vector<std::string>> documents;
  std::optional<std::string> reason;  // of a late entry
  std::optional<Date> service_date;
  std::optional<bool> notified;
  std::optional<std::string> occupation;
  Institution institution;
  std::optional<std::vector<std::string>> tasks;
  Procurement procurement;
};

}  // namespace mingbai::eligibility
