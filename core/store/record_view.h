#pragma once
// A filing as one reader sees it: with the actions open to him, and with certificate numbers masked unless it
// is his own or the person's he acts for.

#include "core/store/access.h"
#include "core/sync/record.h"

namespace mingbai::store {

// Nothing: no such filing, or not to be seen.
Result<std::optional<sync::Record>> record_for(Database&, const Asker&, std::string_view filing, Date today);

}  // namespace mingbai::store
