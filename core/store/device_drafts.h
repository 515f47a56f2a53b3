#pragma once
// Drafts (草稿): forms that a person has begun and not submitted. The form is the screen's own JSON; nothing here reads
// it. Saving a draft that is there replaces it; it keeps the account under which it was begun, and the filing it edits.
//
//   save_draft(db, {.id = id, .account = "", .kind = "remote_care", .form = "{…}", .updated_at = now});

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/database.h"
#include "core/sync/instant.h"

namespace mingbai::store {

struct Draft {
  std::string id;
  std::string account;
  std::string kind;
  std::string form;
  sync::Milliseconds updated_at = 0;
  std::string filing = {};  // the filing it edits, and the version it was begun on; empty: a new one
  std::int64_t base_version = 0;
  friend bool operator==(const Draft&, const Draft&) = default;
};

Result<void> save_draft(Database&, const Draft&);
Result<void> delete_draft(Database&, std::string_view id);
Result<std::optional<Draft>> find_draft(Database&, std::string_view id);

// The account's and the device's own, newest first.
Result<std::vector<Draft>> drafts_of(Database&, std::string_view account);

// The account's, and the device's.
Result<void> delete_drafts_of(Database&, std::string_view account);

}  // namespace mingbai::store
