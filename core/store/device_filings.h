#pragma once
// The copies of filings (备案) a device keeps for an account, by the server's sequence. How a copy changes:
// core/sync/filing_copy.h. They are all there again after a pull from sequence 0.

#include <optional>
#include <string_view>
#include <vector>

#include "core/store/database.h"
#include "core/sync/filing_copy.h"

namespace mingbai::store {

Result<void> put_filing(Database&, std::string_view account, const sync::FilingCopy&);
Result<std::optional<sync::FilingCopy>> find_filing(Database&, std::string_view account, std::string_view filing);

// Newest first; a refusal that no pull has numbered yet counts as the newest.
Result<std::vector<sync::FilingCopy>> filings_of(Database&, std::string_view account);

Result<void> delete_filings_of(Database&, std::string_view account);

}  // namespace mingbai::store
