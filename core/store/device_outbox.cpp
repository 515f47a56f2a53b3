#include "core/store/device_outbox.h"

#include "core/store/query.h"

namespace mingbai::store {
namespace {

#define ENTRY_COLUMNS \
  "id, filing, base_version, kind, created_at, payload, account, form, saved_at, queued_at_ms, attempts, fault"

sync::Queued read(Statement& row) {
  return {.envelope = {.id = row.text(0),
                       .filing = row.text(1),
                       .base_version = row.integer(2),
                       .kind = row.text(3),
                       .created_at = row.text(4),
                       .payload = row.text(5)},
          .account = row.text(6),
          .form = row.text(7),
          .saved_at = row.text(8),
          .queued_at = row.integer(9),
          .attempts = static_cast<int>(row.integer(10)),
          .fault = row.text(11)};
}

}  // namespace

Result<void> queue_entry(Database& db, const sync::Queued& entry) {
  const auto& envelope = entry.envelope;
  return run(db, "INSERT INTO outbox(" ENTRY_COLUMNS ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", envelope.id,
             envelope.filing, envelope.base_version, envelope.kind, envelope.created_at, envelope.payload, entry.account,
             entry.form, entry.saved_at, entry.queued_at, entry.attempts, entry.fault);
}

Result<void> delete_entry(Database& db, std::string_view id) { return run(db, "DELETE FROM outbox WHERE id = ?", id); }

Result<std::optional<sync::Queued>> find_entry(Database& db, std::string_view id) {
  return first(db, read, "SELECT " ENTRY_COLUMNS " FROM outbox WHERE id = ?", id);
}

Result<std::vector<sync::Queued>> entries_of(Database& db, std::string_view account) {
  std::vector<sync::Queued> entries;
  auto done = each(
      db, [&](Statement& row) { entries.push_back(read(row)); },
      "SELECT " ENTRY_COLUMNS " FROM outbox WHERE account IN ('', ?) ORDER BY position", account);
  if (!done) return std::unexpected(std::move(done.error()));
  return entries;
}

Result<void> count_attempt(Database& db, std::string_view id) {
  return run(db, "UPDATE outbox SET attempts = attempts + 1 WHERE id = ?", id);
}

Result<void> block_entry(Database& db, std::string_view id, std::string_view fault) {
  return run(db, "UPDATE outbox SET fault = ? WHERE id = ?", fault, id);
}

Result<void> assign_entry(Database& db, std::string_view id, std::string_view account) {
  return run(db, "UPDATE outbox SET account = ? WHERE id = ?", account, id);
}

Result<void> delete_entries_of(Database& db, std::string_view account) {
  return run(db, "DELETE FROM outbox WHERE account IN ('', ?)", account);
}

}  // namespace mingbai::store
