#pragma once
// The last part of a policy's proof: its cases are green. A case that fails or cannot be read is a finding
// that says what was expected and what was found.

#include "core/base/finding.h"
#include "core/contract/cases.h"

namespace mingbai::contract {

Findings verify_cases(const policy::Library&, std::string_view policy_id);

}  // namespace mingbai::contract
