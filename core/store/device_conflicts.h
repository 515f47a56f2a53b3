#pragma once
// Conflicts (冲突): edits of a filing that this device sent and the server did not take, for another had come before them.
// What was refused stands here whole until its person has decided; what stands instead of it is the filing's copy
// (device_filings.h), which moves on as the server's word does.
//
//   put_conflict(db, {.id = envelope, .account = "zhang", .filing = …, .base_version = 1, …});
//   conflict_about(db, "zhang", filing)     // at most one: a second edit waits until this one is settled

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/database.h"
#include "core/sync/instant.h"

namespace mingbai::store {

struct Conflict {
  std::string id;  // of the envelope that was not taken
  std::string account;
  std::string filing;
  std::int64_t base_version = 0;  // on which it was made
  std::string kind;
  std::string form;
  std::string payload;
  std::string made_at;  // by the device's clock
  sync::Milliseconds found_at = 0;
  friend bool operator==(const Conflict&, const Conflict&) = default;
};

Result<void> put_conflict(Database&, const Conflict&);
Result<void> delete_conflict(Database&, std::string_view id);
Result<std::optional<Conflict>> find_conflict(Database&, std::string_view id);
Result<std::optional<Conflict>> conflict_about(Database&, std::string_view account, std::string_view filing);

// In the order in which they were found.
Result<std::vector<Conflict>> conflicts_of(Database&, std::string_view account);

// The account's, and the device's.
Result<void> delete_conflicts_of(Database&, std::string_view account);

}  // namespace mingbai::store
