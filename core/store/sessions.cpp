#include "core/store/sessions.h"

#include "core/store/query.h"

namespace mingbai::store {

Result<void> open_session(Database& db, std::string_view token_hash, std::int64_t account,
                          sync::Milliseconds now) {
  return run(db, "INSERT INTO session(token_hash, account, created_at_ms, seen_at_ms) VALUES(?, ?, ?, ?)",
             token_hash, account, now, now);
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
  return run(db, "UPDATE session SET seen_at_ms = max(seen_at_ms, ?) WHERE token_hash = ?", now, token_hash);
}

Result<void> close_session(Database& db, std::string_view token_hash) {
  return run(db, "DELETE FROM session WHERE token_hash = ?", token_hash);
}

Result<void> forget_ended_sessions(Database& db, sync::Milliseconds now) {
  return run(db, "DELETE FROM session WHERE seen_at_ms <= ? OR created_at_ms <= ?", now - session_idle_ms,
             now - session_absolute_ms);
}

}  // namespace mingbai::store
