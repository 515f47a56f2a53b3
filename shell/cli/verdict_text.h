#pragma once
// A verdict in words: what it is, every reason with its remedy and source, what to bring, what is still to be
// answered.

#include <string>

#include "core/eligibility/check.h"
#include "core/policy/library.h"

namespace mingbai::cli {

std::string verdict_text(const policy::Library&, const eligibility::CheckResult&, Language);

}  // namespace mingbai::cli
