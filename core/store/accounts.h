#pragma once
// Accounts (账户) of the server. A login is kept as written and unique without regard to ASCII case: the
// caller passes it folded. Hashes come from shell/server/password.h; no password reaches this file.

#include <optional>
#include <string>
#include <vector>

#include "core/store/database.h"
#include "core/sync/instant.h"

namespace mingbai::store {

struct Account {
  std::int64_t id = 0;
  std::string login;
  std::string password_hash;
  sync::Milliseconds created_at;
};

// The id of the new account; nothing when the login is taken.
Result<std::optional<std::int64_t>> add_account(Database&, std::string_view login,
                                                std::string_view password_hash, sync::Milliseconds now);
Result<std::optional<Account>> find_account(Database&, std::string_view login);
Result<std::vector<Account>> list_accounts(Database&);

// A new password ends every session of the account. False when there is no such login.
Result<bool> set_password(Database&, std::string_view login, std::string_view password_hash);

}  // namespace mingbai::store
