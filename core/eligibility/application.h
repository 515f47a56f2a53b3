#pragma once
// An application (申请): who asks for what, where and with which documents, in the shape of the `check`
// message. An absent optional is an unknown fact. `agent` absent means the person acts for himself.

#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
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

struct Physician {
  std::optional<std::string> title;  // resident | attending | associate_chief | chief
  std::optional<bool> registered;
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
  std::vector<ApplicationProvider> providers;
  Physician physician;
  std::optional<Agent> agent;
  std::optional<std::vector<std::string>> documents;
};

}  // namespace mingbai::eligibility
