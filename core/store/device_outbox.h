#pragma once
// The outbox (待发队列) on disk, in the order of submission. What an entry is and when it may go: core/sync/outbox.h.

#include <optional>
#include <string_view>
#include <vector>

#include "core/store/database.h"
#include "core/sync/outbox.h"

namespace mingbai::store {

Result<void> queue_entry(Database&, const sync::Queued&);
Result<void> delete_entry(Database&, std::string_view id);
Result<std::optional<sync::Queued>> find_entry(Database&, std::string_view id);

// The account's and the device's own, oldest first.
Result<std::vector<sync::Queued>> entries_of(Database&, std::string_view account);

Result<void> count_attempt(Database&, std::string_view id);

// An empty fault frees the entry.
Result<void> block_entry(Database&, std::string_view id, std::string_view fault);

// An entry of the device goes to the account whose push took it along.
Result<void> assign_entry(Database&, std::string_view id, std::string_view account);

// The account's, and the device's.
Result<void> delete_entries_of(Database&, std::string_view account);

}  // namespace mingbai::store
