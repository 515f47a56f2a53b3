#pragma once
// Overlays (覆盖) laid over the packs on the workbench.

#include <string>
#include <vector>

#include "core/base/finding.h"
#include "core/contract/json.h"
#include "core/policy/library.h"

namespace mingbai::workbench {

// The packs with these overlays, each a policy of its own id. `bundle` is what the packs were loaded from.
std::expected<policy::Library, Findings> load_with(const contract::Json& bundle, const std::vector<contract::Json>& overlays);

// "zhongshan" of {"base": {"id": "zhongshan", …}}; empty when it names none.
std::string base_of(const contract::Json& overlay);
std::string id_of(const contract::Json& overlay);

}  // namespace mingbai::workbench
