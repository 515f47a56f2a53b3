#include "tests/bench/load/world.h"

#include <stdexcept>

#include "core/store/accounts.h"
#include "core/store/query.h"
#include "core/store/role_grants.h"
#include "core/store/server_schema.h"
#include "core/store/sessions.h"
#include "core/store/sqlite_database.h"
#include "core/store/transaction.h"
#include "shell/server/clock.h"
#include "shell/server/password.h"
#include "tests/bench/load/clients.h"

namespace mingbai::load {
namespace {

template <class T>
T must(store::Result<T> result) {
  if (!result) throw std::runtime_error("database: " + result.error().detail);
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

std::unique_ptr<store::Database> opened(const std::string& path) {
  auto db = must(store::open_sqlite({.path = path}));
  must(store::migrate(*db, store::server_migrations()));
  return db;
}

std::int64_t account(store::Database& db, const std::string& login, std::string& cookie) {
  const auto id = must(store::add_account(db, login, "-", server::now())).value();
  const auto token = server::new_token();
  must(store::open_session(db, server::token_hash(token), id, server::now()));
  cookie = "__Host-mingbai=" + token;
  return id;
}

std::int64_t count(store::Database& db, const char* sql) {
  return must(store::first(db, [](store::Statement& row) { return row.integer(0); }, sql)).value_or(0);
}

}  // namespace

World make_world(const std::string& folder, std::size_t accounts) {
  if (!server::start_sodium()) throw std::runtime_error("no random numbers");
  const auto db = opened(folder + "/" + "mingbai.db");
  auto transaction = must(store::Transaction::begin(*db));
  World world{.cookies = std::vector<std::string>(accounts), .clerk = ""};
  for (std::size_t at = 0; at < accounts; ++at) account(*db, "load-" + std::to_string(at), world.cookies[at]);
  const auto clerk = account(*db, "load-clerk", world.clerk);
  const store::RoleGrant grant{
      .role = filing::Role::agency_clerk, .institution = "", .region = "442000", .diseases = {}};
  must(store::grant_role(*db, clerk, grant, 0, server::now()));
  must(transaction.commit());
  return world;
}

Kept kept_in(const std::string& folder) {
  const auto db = opened(folder + "/" + "mingbai.db");
  return {.filings = count(*db, "SELECT count(*) FROM filing"),
          .envelopes = count(*db, "SELECT count(*) FROM envelope"),
          .received = count(*db, "SELECT count(DISTINCT receipt) FROM envelope WHERE outcome = 'received'"),
          .events = count(*db, "SELECT count(*) FROM event"),
          .audited = count(*db, "SELECT count(*) FROM audit WHERE ordinal > 0"),
          .integrity = must(store::integrity(*db))};
}

double bare_commits(const std::string& folder, std::size_t row_bytes, int rows_in_a_commit, double seconds) {
  const auto db = must(store::open_sqlite({.path = folder + "/bare.db"}));
  must(db->execute("CREATE TABLE IF NOT EXISTS bare(id INTEGER PRIMARY KEY, bytes TEXT NOT NULL)"));
  const std::string bytes(row_bytes, 'x');
  const auto began = Clock::now();
  const auto spent = [&] { return std::chrono::duration<double>(Clock::now() - began).count(); };
  std::int64_t commits = 0;
  for (; spent() < seconds; ++commits) {
    auto transaction = must(store::Transaction::begin(*db));
    for (int row = 0; row < rows_in_a_commit; ++row) must(store::run(*db, "INSERT INTO bare(bytes) VALUES(?)", bytes));
    must(transaction.commit());
  }
  return static_cast<double>(commits) / spent();
}

}  // namespace mingbai::load
