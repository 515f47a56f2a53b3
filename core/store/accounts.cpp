#include "core/store/accounts.h"

#include "core/store/query.h"

namespace mingbai::store {
namespace {

Account read_account(Statement& row) { return {row.integer(0), row.text(1), row.text(2), row.integer(3)}; }

}  // namespace

Result<std::optional<std::int64_t>> add_account(Database& db, std::string_view login,
                                                std::string_view password_hash, sync::Milliseconds now) {
  return first(
      db, [](Statement& row) { return row.integer(0); },
      "INSERT INTO account(id, login, password_hash, created_at_ms) "
      "VALUES((SELECT coalesce(max(id), 0) + 1 FROM account), ?, ?, ?) "
      "ON CONFLICT(login) DO NOTHING RETURNING id",
      login, password_hash, now);
}

Result<std::optional<Account>> find_account(Database& db, std::string_view login) {
  return first(db, read_account,
               "SELECT id, login, password_hash, created_at_ms FROM account WHERE login = ?", login);
}

Result<std::vector<Account>> list_accounts(Database& db) {
  std::vector<Account> accounts;
  auto read = each(
      db, [&](Statement& row) { accounts.push_back(read_account(row)); },
      "SELECT id, login, password_hash, created_at_ms FROM account ORDER BY id");
  if (!read) return std::unexpected(std::move(read.error()));
  return accounts;
}

Result<bool> set_password(Database& db, std::string_view login, std::string_view password_hash) {
  auto account = find_account(db, login);
  if (!account) return std::unexpected(std::move(account.error()));
  if (!*account) return false;
  const auto id = (*account)->id;
  if (auto set = run(db, "UPDATE account SET password_hash = ? WHERE id = ?", password_hash, id); !set) {
    return std::unexpected(std::move(set.error()));
  }
  if (auto ended = run(db, "DELETE FROM session WHERE account = ?", id); !ended) {
    return std::unexpected(std::move(ended.error()));
  }
  return true;
}

}  // namespace mingbai::store
