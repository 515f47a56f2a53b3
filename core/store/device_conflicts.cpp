#include "core/store/device_conflicts.h"

#include "core/store/query.h"

namespace mingbai::store {
namespace {

#define CONFLICT_COLUMNS "id, account, filing, base_version, kind, form, payload, made_at, found_at_ms"

Conflict read(Statement& row) {
  return {.id = row.text(0),
          .account = row.text(1),
          .filing = row.text(2),
          .base_version = row.integer(3),
          .kind = row.text(4),
          .form = row.text(5),
          .payload = row.text(6),
          .made_at = row.text(7),
          .found_at = row.integer(8)};
}

}  // namespace

Result<void> put_conflict(Database& db, const Conflict& conflict) {
  return run(db, "INSERT OR REPLACE INTO conflict(" CONFLICT_COLUMNS ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)", conflict.id, conflict.account,
             conflict.filing, conflict.base_version, conflict.kind, conflict.form, conflict.payload, conflict.made_at, conflict.found_at);
}

Result<void> delete_conflict(Database& db, std::string_view id) { return run(db, "DELETE FROM conflict WHERE id = ?", id); }

Result<std::optional<Conflict>> find_conflict(Database& db, std::string_view id) {
  return first(db, read, "SELECT " CONFLICT_COLUMNS " FROM conflict WHERE id = ?", id);
}

Result<std::optional<Conflict>> conflict_about(Database& db, std::string_view account, std::string_view filing) {
  return first(db, read, "SELECT " CONFLICT_COLUMNS " FROM conflict WHERE account IN ('', ?) AND filing = ? LIMIT 1", account, filing);
}

Result<std::vector<Conflict>> conflicts_of(Database& db, std::string_view account) {
  std::vector<Conflict> conflicts;
  auto done = each(
      db, [&](Statement& row) { conflicts.push_back(read(row)); },
      "SELECT " CONFLICT_COLUMNS " FROM conflict WHERE account IN ('', ?) ORDER BY found_at_ms, id", account);
  if (!done) return std::unexpected(std::move(done.error()));
  return conflicts;
}

Result<void> delete_conflicts_of(Database& db, std::string_view account) {
  return run(db, "DELETE FROM conflict WHERE account IN ('', ?)", account);
}

}  // namespace mingbai::store
