#include "core/store/sqlite_database.h"

#include <sqlite3.h>

#include <map>
#include <optional>

#include "core/store/query.h"

namespace mingbai::store {
namespace {

Fault fault_of(int code) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return Fault::disk_full;
    case SQLITE_IOERR:
      return Fault::io_error;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Fault::busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return Fault::corrupt;
    case SQLITE_CONSTRAINT:
      return Fault::constraint;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY:
      return Fault::cannot_open;
    case SQLITE_NOMEM:
      return Fault::io_error;
    default:
      return Fault::misuse;
  }
}

Error error_of(sqlite3* handle, int code) {
  const int extended = handle ? sqlite3_extended_errcode(handle) : code;
  return {fault_of(code), "sqlite " + std::to_string(extended) + ": " + sqlite3_errstr(extended)};
}

// Compiled statements that nobody runs just now, by their text: compiling one costs more than running it.
// Each is lent to one owner at a time and comes back reset, so that it holds no lock and no value.
class CompiledStatements {
 public:
  CompiledStatements() = default;
  CompiledStatements(const CompiledStatements&) = delete;
  CompiledStatements& operator=(const CompiledStatements&) = delete;
  ~CompiledStatements() {
    for (const auto& [sql, statement] : idle_) sqlite3_finalize(statement);
  }

  sqlite3_stmt* lend(std::string_view sql) {
    const auto found = idle_.find(sql);
    if (found == idle_.end()) return nullptr;
    sqlite3_stmt* statement = found->second;
    idle_.erase(found);
    return statement;
  }
  void take_back(sqlite3_stmt* statement) {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    const char* sql = sqlite3_sql(statement);
    if (!sql || idle_.size() >= idle_most || !idle_.emplace(sql, statement).second)
      sqlite3_finalize(statement);
  }

 private:
  static constexpr std::size_t idle_most = 64;
  std::map<std::string, sqlite3_stmt*, std::less<>> idle_;
};

class SqliteStatement final : public Statement {
 public:
  SqliteStatement(sqlite3* handle, sqlite3_stmt* statement, CompiledStatements& compiled)
      : handle_(handle), statement_(statement), compiled_(compiled) {}
  SqliteStatement(const SqliteStatement&) = delete;
  SqliteStatement& operator=(const SqliteStatement&) = delete;
  ~SqliteStatement() override { compiled_.take_back(statement_); }

  void bind(int at, std::int64_t value) override { note(sqlite3_bind_int64(statement_, at, value)); }
  void bind(int at, std::string_view text) override {
    note(sqlite3_bind_text64(statement_, at, text.data() ? text.data() : "", text.size(), SQLITE_TRANSIENT,
                             SQLITE_UTF8));
  }
  void bind_blob(int at, std::string_view bytes) override {
    note(sqlite3_bind_blob64(statement_, at, bytes.data() ? bytes.data() : "", bytes.size(),
                             SQLITE_TRANSIENT));
  }
  void bind_null(int at) override { note(sqlite3_bind_null(statement_, at)); }

  Result<bool> step() override {
    if (binding_ != SQLITE_OK) return std::unexpected(error_of(nullptr, binding_));
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    Error error = error_of(handle_, code);
    sqlite3_reset(statement_);
    return std::unexpected(std::move(error));
  }
  void reset() override {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    binding_ = SQLITE_OK;
  }

  bool is_null(int column) override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  std::int64_t integer(int column) override { return sqlite3_column_int64(statement_, column); }
  std::string text(int column) override {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))
                 : std::string();
  }

 private:
  void note(int code) {
    if (binding_ == SQLITE_OK) binding_ = code;
  }
  sqlite3* handle_;
  sqlite3_stmt* statement_;
  CompiledStatements& compiled_;
  int binding_ = SQLITE_OK;
};

class SqliteDatabase final : public Database {
 public:
  explicit SqliteDatabase(sqlite3* handle) : handle_(handle) {}
  SqliteDatabase(const SqliteDatabase&) = delete;
  SqliteDatabase& operator=(const SqliteDatabase&) = delete;
  ~SqliteDatabase() override {
    compiled_.reset();
    sqlite3_close_v2(handle_);
  }

  Result<std::unique_ptr<Statement>> prepare(std::string_view sql) override {
    if (auto* known = compiled_->lend(sql))
      return std::make_unique<SqliteStatement>(handle_, known, *compiled_);
    sqlite3_stmt* statement = nullptr;
    const int code =
        sqlite3_prepare_v2(handle_, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    if (code != SQLITE_OK) return std::unexpected(error_of(handle_, code));
    if (!statement) return std::unexpected(Error{Fault::misuse, "empty statement"});
    return std::make_unique<SqliteStatement>(handle_, statement, *compiled_);
  }
  Result<void> execute(std::string_view sql) override {
    const int code = sqlite3_exec(handle_, std::string(sql).c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return std::unexpected(error_of(handle_, code));
    return {};
  }
  std::int64_t changes() override { return sqlite3_changes64(handle_); }
  bool in_transaction() override { return sqlite3_get_autocommit(handle_) == 0; }

 private:
  sqlite3* handle_;
  std::optional<CompiledStatements> compiled_{std::in_place};
};

}  // namespace

Result<std::unique_ptr<Database>> open_sqlite(const SqliteOptions& options) {
  sqlite3* handle = nullptr;
  const int mode = options.read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const int code = sqlite3_open_v2(options.path.c_str(), &handle, mode | SQLITE_OPEN_NOMUTEX,
                                   options.vfs.empty() ? nullptr : options.vfs.c_str());
  if (!handle) return std::unexpected(Error{Fault::io_error, "out of memory"});
  auto db = std::make_unique<SqliteDatabase>(handle);
  if (code != SQLITE_OK) return std::unexpected(error_of(handle, code));
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, options.busy_timeout_ms);

  std::string pragmas = options.exclusive ? "PRAGMA locking_mode=EXCLUSIVE;" : "PRAGMA locking_mode=NORMAL;";
  if (!options.read_only)
    pragmas += options.wal ? "PRAGMA journal_mode=WAL;" : "PRAGMA journal_mode=TRUNCATE;";
  pragmas +=
      "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF;";
  if (auto set = db->execute(pragmas); !set) return std::unexpected(std::move(set.error()));
  return db;
}

Result<void> checkpoint(Database& db) { return db.execute("PRAGMA wal_checkpoint(TRUNCATE)"); }

Result<void> copy_into(Database& db, std::string_view new_file) { return run(db, "VACUUM INTO ?", new_file); }

Result<std::string> integrity(Database& db) {
  std::string found;
  auto read = each(
      db, [&](Statement& row) { found += (found.empty() ? "" : "\n") + row.text(0); },
      "PRAGMA integrity_check");
  if (!read) return std::unexpected(std::move(read.error()));
  return found;
}

}  // namespace mingbai::store
