#include "core/store/device_settings.h"

#include "core/store/query.h"

namespace mingbai::store {

Result<std::optional<std::string>> setting(Database& db, std::string_view name) {
  return first(db, [](Statement& row) { return row.text(0); }, "SELECT value FROM setting WHERE name = ?", name);
}

Result<void> set_setting(Database& db, std::string_view name, std::string_view value) {
  return run(db, "INSERT INTO setting(name, value) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value",
             name, value);
}

Result<void> delete_setting(Database& db, std::string_view name) {
  return run(db, "DELETE FROM setting WHERE name = ?", name);
}

Result<bool> holds_nothing(Database& db) {
  auto rows = first(db, [](Statement& row) { return row.integer(0); },
                    "SELECT (SELECT count(*) FROM draft) + (SELECT count(*) FROM outbox) + (SELECT count(*) FROM filing) + (SELECT count(*) FROM paper) + "
                    "(SELECT count(*) FROM conflict)");
  if (!rows) return std::unexpected(std::move(rows.error()));
  return rows->value_or(1) == 0;
}

Result<bool> is_done(Database& db, std::string_view tab, std::int64_t number) {
  auto last = first(db, [](Statement& row) { return row.integer(0); }, "SELECT number FROM command_done WHERE tab = ?", tab);
  if (!last) return std::unexpected(std::move(last.error()));
  return *last && **last >= number;
}

Result<void> note_done(Database& db, std::string_view tab, std::int64_t number, sync::Milliseconds now) {
  auto noted = run(db,
                   "INSERT INTO command_done(tab, number, at_ms) VALUES(?, ?, ?) ON CONFLICT(tab) DO UPDATE SET "
                   "number = max(number, excluded.number), at_ms = excluded.at_ms",
                   tab, number, now);
  if (!noted) return noted;
  return run(db,
             "DELETE FROM command_done WHERE tab NOT IN (SELECT tab FROM command_done ORDER BY at_ms DESC, tab LIMIT 64)");
}

}  // namespace mingbai::store
