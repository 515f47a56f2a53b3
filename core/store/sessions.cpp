#include "core/store/sessions.h"

#include "core/store/query.h"

namespace mingbai::store {

Result<void> open_session(Database& db, std::string_view token_hash, std::int64_t account,
                          sync::Milliseconds now, std::string_view device) {
  return run(
      db, "INSERT INTO session(token_hash, account, created_at_ms, seen_at_ms, device) VALUES(?, ?, ?, ?, ?)",
      token_hash, account, now, now, device);
}

Result<std::optional<SessionOwner>> session_owner(Database& db, std::string_view token_hash,
                                                  sync::Milliseconds now) {
  return first(
      db,
      [&](Statement& row) {
        return SessionOwner{row.integer(0), row.text(1), row.integer(2) + session_touch_ms < now};
      },
      "SELECT account.id, account.login, session.seen_at_ms FROM session JOIN account ON account.id = "
      "session.account "
      "WHERE token_hash = ? AND seen_at_ms > ? AND session.created_at_ms > ?",
      token_hash, now - session_idle_ms, now - session_absolute_ms);
}

Result<void> touch_session(Database& db, std::string_view token_hash, sync::Milliseconds now) {
  return run(db, "UPDATE session SET seen_at_ms = ?1 WHERE token_hash = ?2 AND seen_at_ms < ?1", now, token_hash);
}

Result<void> close_session(Database& db, std::string_view token_hash) {
  return run(db, "DELETE FROM session WHERE token_hash = ?", token_hash);
}

// The first half of a hash: enough to tell sessions apart, and no way back to the token.
Result<std::vector<SessionEntry>> sessions_of(Database& db, std::int64_t account, std::string_view token_hash,
                                              sync::Milliseconds now) {
  std::vector<SessionEntry> out;
  auto read = each(
      db,
      [&](Statement& row) {
        out.push_back({row.text(0), row.text(1), row.integer(2), row.integer(3), row.integer(4) != 0});
      },
      "SELECT substr(token_hash, 1, 32), device, created_at_ms, seen_at_ms, token_hash = ? FROM session "
      "WHERE account = ? AND seen_at_ms > ? AND created_at_ms > ? ORDER BY seen_at_ms DESC, token_hash",
      token_hash, account, now - session_idle_ms, now - session_absolute_ms);
  if (!read) return std::unexpected(std::move(read.error()));
  return out;
}

Result<bool> close_session_of(Database& db, std::int64_t account, std::string_view id) {
  auto found = first(
      db, [](Statement& row) { return row.text(0); },
      "SELECT token_hash FROM session WHERE account = ? AND substr(token_hash, 1, 32) = ?", account, id);
  if (!found) return std::unexpected(std::move(found.error()));
  if (!*found) return false;
  auto closed = close_session(db, **found);
  return closed ? Result<bool>(true) : std::unexpected(std::move(closed.error()));
}

Result<void> close_other_sessions(Database& db, std::int64_t account, std::string_view token_hash) {
  return run(db, "DELETE FROM session WHERE account = ? AND token_hash <> ?", account, token_hash);
}

Result<void> forget_ended_sessions(Database& db, sync::Milliseconds now) {
  return run(db, "DELETE FROM session WHERE seen_at_ms <= ? OR created_at_ms <= ?", now - session_idle_ms,
             now - session_absolute_ms);
}

}  // namespace mingbai::store
