#include "shell/database/postgres_database.h"

#include <libpq-fe.h>

#include <charconv>

#include "shell/database/postgres_statement.h"

namespace mingbai::database {
namespace {

using store::Error;
using store::Fault;
using store::Result;

// Any number that no other program on the database uses: "mingbai" in bytes.
constexpr const char* take_writers_lock = "BEGIN; SELECT pg_advisory_xact_lock(30796695363281257)";
constexpr const char* one_picture =
    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL idle_in_transaction_session_timeout = 0";
constexpr std::string_view schema_number = "PRAGMA user_version";
// A scan of the catalogue, not to_regclass: that remembers from before the writer's lock that there was none.
constexpr const char* has_number =
    "SELECT EXISTS(SELECT 1 FROM pg_catalog.pg_class WHERE relname = 'mingbai_schema' AND relnamespace = "
    "current_schema()::regnamespace)";

class PostgresDatabase final : public store::Database, public Rows {
 public:
  explicit PostgresDatabase(const PostgresOptions& options) : link_(options), read_only_(options.read_only) {}

  Result<void> connect() { return link_.connect(); }

  Result<std::unique_ptr<store::Statement>> prepare(std::string_view sql) override {
    if (sql != schema_number) return std::make_unique<PostgresStatement>(*this, to_postgres(sql));
    auto kept = query({has_number, 0}, {});
    if (!kept) return std::unexpected(std::move(kept.error()));
    const bool there = *PQgetvalue(kept->get(), 0, 0) != 0;
    return std::make_unique<PostgresStatement>(
        *this, Translated{there ? "SELECT number FROM mingbai_schema" : "SELECT 0", 0});
  }

  Result<void> execute(std::string_view sql) override {
    if (sql == "BEGIN IMMEDIATE") return begin(take_writers_lock);
    if (sql == "BEGIN") return begin(one_picture);
    if (sql == "COMMIT") return commit();
    if (sql == "ROLLBACK") return rollback();
    if (sql.starts_with("PRAGMA")) return set_number(sql);
    return plainly(to_postgres(sql).sql);
  }

  std::int64_t changes() override { return changes_; }
  bool in_transaction() override { return in_transaction_; }

  Result<ResultRows> query(const Translated& statement, const std::vector<Parameter>& values) override {
    auto rows = tried(statement, values);
    const bool again = !rows && read_only_ && !in_transaction_ && !link_.alive();
    if (again) rows = tried(statement, values);
    if (rows) note_changes(rows->get());
    return rows;
  }

 private:
  Result<void> ready() {
    if (link_.alive()) return {};
    if (in_transaction_)
      return std::unexpected(Error{Fault::io_error, "the transaction's connection was lost"});
    return link_.connect();
  }

  Result<ResultRows> tried(const Translated& statement, const std::vector<Parameter>& values) {
    if (auto is = ready(); !is) return std::unexpected(std::move(is.error()));
    return link_.run(statement, values);
  }

  Result<void> plainly(const std::string& sql) {
    if (auto is = ready(); !is) return is;
    auto done = link_.run(sql);
    if (done) note_changes(done->get());
    return done ? Result<void>() : std::unexpected(std::move(done.error()));
  }

  Result<void> begin(const char* sql) {
    if (in_transaction_) return std::unexpected(Error{Fault::misuse, "a transaction in a transaction"});
    auto begun = plainly(sql);
    if (!begun && !link_.alive()) begun = plainly(sql);
    if (begun) {
      in_transaction_ = true;
    } else if (link_.alive()) {
      (void)link_.run("ROLLBACK");
    }
    return begun;
  }

  // PostgreSQL answers COMMIT of a transaction that had failed with a ROLLBACK, and calls that a success.
  Result<void> commit() {
    if (auto is = ready(); !is) return is;
    auto done = link_.run("COMMIT");
    in_transaction_ = false;
    if (!done) return std::unexpected(std::move(done.error()));
    if (std::string_view(PQcmdStatus(done->get())) != "COMMIT")
      return std::unexpected(Error{Fault::io_error, "the transaction had failed and was rolled back"});
    return {};
  }

  Result<void> rollback() {
    in_transaction_ = false;
    if (!link_.alive()) return {};  // with the connection its transaction has ended
    auto done = link_.run("ROLLBACK");
    return done ? Result<void>() : std::unexpected(std::move(done.error()));
  }

  Result<void> set_number(std::string_view pragma) {
    const auto equals = pragma.find("= ");
    if (!pragma.starts_with(schema_number) || equals == std::string_view::npos)
      return std::unexpected(Error{Fault::misuse, "a pragma that PostgreSQL has no word for"});
    return plainly(
        "CREATE TABLE IF NOT EXISTS mingbai_schema(one BIGINT PRIMARY KEY CHECK (one = 1), number BIGINT NOT "
        "NULL);"
        "INSERT INTO mingbai_schema VALUES(1, " +
        std::string(pragma.substr(equals + 2)) + ") ON CONFLICT(one) DO UPDATE SET number = excluded.number");
  }

  void note_changes(pg_result* rows) {
    const std::string_view command = PQcmdStatus(rows);
    if (!command.starts_with("INSERT") && !command.starts_with("UPDATE") && !command.starts_with("DELETE"))
      return;
    const std::string_view count = PQcmdTuples(rows);
    std::from_chars(count.data(), count.data() + count.size(), changes_);
  }

  PostgresLink link_;
  const bool read_only_;
  bool in_transaction_ = false;
  std::int64_t changes_ = 0;
};

}  // namespace

Result<std::unique_ptr<store::Database>> open_postgres(const PostgresOptions& options) {
  auto db = std::make_unique<PostgresDatabase>(options);
  if (auto connected = db->connect(); !connected) return std::unexpected(std::move(connected.error()));
  return db;
}

}  // namespace mingbai::database
