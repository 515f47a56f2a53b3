#pragma once
// The pieces that answers are written from, as ordered JSON.

#include "core/contract/json.h"
#include "core/policy/policy.h"
#include "core/reimbursement/settle.h"

namespace mingbai::contract {

Json to_json(const policy::Source&);
Json to_json(const Finding&, Language);
Json to_json(const Findings&, Language);
Json to_json(const reimbursement::MissingFact&, Language);
Json to_json(const std::vector<reimbursement::MissingFact>&, Language);
Json to_json(const std::vector<Text>&, Language);
Json policy_json(const std::string& id, const std::string& version, std::optional<Date> as_of);

// A day, or null where the period is open.
Json from_json(Period);
Json to_json(Period);

}  // namespace mingbai::contract
