#pragma once
// What a device remembers besides filings: small texts by name, and which commands of which tab are done.
//
// A tab numbers its commands and sends them again until they are acknowledged, also to the next owner of the database
// when the first one went. The number is noted in the same transaction as the command's effect, so that a command sent
// twice is done once. Old tabs are forgotten; a tab that is still open sends often enough not to be.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/store/database.h"
#include "core/sync/instant.h"

namespace mingbai::store {

Result<std::optional<std::string>> setting(Database&, std::string_view name);
Result<void> set_setting(Database&, std::string_view name, std::string_view value);
Result<void> delete_setting(Database&, std::string_view name);

// Nothing of anybody is left: no draft, no entry, no filing, no paper, no conflict.
Result<bool> holds_nothing(Database&);

Result<bool> is_done(Database&, std::string_view tab, std::int64_t number);
Result<void> note_done(Database&, std::string_view tab, std::int64_t number, sync::Milliseconds now);

}  // namespace mingbai::store
