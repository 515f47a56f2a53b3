#pragma once
// Filings (备案) as the server holds them, read for a pull and for the operator. Written only by
// filing_intake.h.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/store/database.h"
#include "core/sync/record.h"

namespace mingbai::store {

// The filing where it stands now, whoever asks: the caller has checked the account.
Result<std::optional<sync::Record>> filing_record(Database&, std::string_view filing);

// The filings of one account, and of the person it is bound to on that day, that changed after a sequence,
// oldest change first, at most `limit` and about a mebibyte.
inline constexpr std::size_t pull_bytes_most = 1 << 20;
Result<sync::Pull> changed_filings(Database&, std::int64_t account, std::int64_t after, std::int64_t limit,
                                   Date today = {});

// For the operator: every filing with its account, newest change last.
struct FilingOfAccount {
  std::string login;
  sync::Record record;
  std::int64_t owner = 0;  // the account that handed it in
};
Result<std::vector<FilingOfAccount>> filings_after(Database&, std::int64_t after, std::int64_t limit);

// By filing id, envelope id or receipt number.
Result<std::optional<FilingOfAccount>> find_filing(Database&, std::string_view key);

}  // namespace mingbai::store
