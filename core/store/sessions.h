#pragma once
// Sessions (登录会话) of the server: who a cookie belongs to. Only the hash of a token is stored, so a copied
// database opens no session. A session ends after a week unused, after thirty days in any case, on logout and
// on a new password.

#include <optional>
#include <string>
#include <vector>

#include "core/store/database.h"
#include "core/sync/instant.h"

namespace mingbai::store {

inline constexpr std::int64_t session_idle_ms = 7LL * 24 * 60 * 60 * 1000;
inline constexpr std::int64_t session_absolute_ms = 30LL * 24 * 60 * 60 * 1000;
inline constexpr std::int64_t session_touch_ms = 10LL * 60 * 1000;  // how exactly the last use is kept

struct SessionOwner {
  std::int64_t account = 0;
  std::string login;
  bool touch_due = false;  // last use is older than session_touch_ms
};

// `device` is what a person knows it by: "Firefox, Windows".
Result<void> open_session(Database&, std::string_view token_hash, std::int64_t account,
                          sync::Milliseconds now, std::string_view device = "");
Result<std::optional<SessionOwner>> session_owner(Database&, std::string_view token_hash,
                                                  sync::Milliseconds now);
Result<void> touch_session(Database&, std::string_view token_hash, sync::Milliseconds now);
Result<void> close_session(Database&, std::string_view token_hash);

// One of an account's sessions, for the person to see. The id says nothing about the token.
struct SessionEntry {
  std::string id;
  std::string device;
  sync::Milliseconds opened_at = 0;
  sync::Milliseconds seen_at = 0;
  bool current = false;
};

// Those that are open, the one last used first. `token_hash` is that of who asks.
Result<std::vector<SessionEntry>> sessions_of(Database&, std::int64_t account, std::string_view token_hash,
                                              sync::Milliseconds now);
// False when the account has no such session.
Result<bool> close_session_of(Database&, std::int64_t account, std::string_view id);
// Every session of the account but the one that asks.
Result<void> close_other_sessions(Database&, std::int64_t account, std::string_view token_hash);

Result<void> forget_ended_sessions(Database&, sync::Milliseconds now);

}  // namespace mingbai::store
