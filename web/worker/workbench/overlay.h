#pragma once
// Packs with one overlay (覆盖) laid over its base: a bundle in which the overlay is a policy of its own.

#include <string>

#include "core/base/finding.h"
#include "core/contract/json.h"
#include "core/policy/library.h"

namespace mingbai::workbench {

// `bundle` is {"files": {…}}. The overlay's id names the new policy.
std::expected<policy::Library, Findings> load_with(const contract::Json& bundle, const std::vector<contract::Json>& overlays);

// "zhongshan" of {"base": {"id": "zhongshan", …}}; empty when it names none.
std::string base_of(const contract::Json& overlay);
std::string id_of(const contract::Json& overlay);

}  // namespace mingbai::workbench
