#pragma once
// A policy pack as a document for reading: its sources, schemes, figures, requirements, documents and
// benefits, each with clause, status and dates; all of them, or those that hold on one day.

#include <optional>
#include <string>

#include "core/contract/json.h"
#include "core/policy/policy.h"

namespace mingbai::cli {

contract::Json pack_document(const policy::Policy&, std::optional<Date> day, Language);

std::string pack_text(const contract::Json& document, Language);

}  // namespace mingbai::cli
