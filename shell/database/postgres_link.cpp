#include "shell/database/postgres_link.h"

#include <libpq-fe.h>

#include <algorithm>

#include "shell/database/postgres_fault.h"

namespace mingbai::database {
namespace {

using std::chrono::steady_clock;
using store::Error;
using store::Fault;
using store::Result;

constexpr std::chrono::milliseconds between_tries{500};
constexpr std::size_t prepared_most = 256;
constexpr const char* lost = "the connection to PostgreSQL was lost";

using Options = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;

// Nothing when libpq cannot read it; why is not told, for that would repeat parts of it.
Options read_address(const std::string& address) {
  return Options(PQconninfoParse(address.c_str(), nullptr), &PQconninfoFree);
}

std::string password_in(const std::string& address) {
  const Options options = read_address(address);
  for (const auto* one = options.get(); one && one->keyword; ++one)
    if (std::string_view(one->keyword) == "password" && one->val) return one->val;
  return "";
}

// What libpq says of a failed try, in one line.
std::string line_of(std::string said, const std::string& password) {
  std::replace(said.begin(), said.end(), '\n', ' ');
  while (said.ends_with(' ')) said.pop_back();
  for (auto at = said.find(password); !password.empty() && at != std::string::npos; at = said.find(password))
    said.replace(at, password.size(), "…");
  return said;
}

void say_nothing(void*, const char*) {}

}  // namespace

void ResultEnd::operator()(pg_result* result) const { PQclear(result); }

std::string address_for_people(const std::string& address) {
  const Options options = read_address(address);
  std::string out = "PostgreSQL";
  for (const auto* one = options.get(); one && one->keyword; ++one) {
    const std::string_view name = one->keyword;
    if (one->val && (name == "host" || name == "port" || name == "dbname"))
      out += " " + std::string(name) + "=" + one->val;
  }
  return out;
}

PostgresLink::~PostgresLink() { close(); }

void PostgresLink::close() {
  PQfinish(connection_);
  connection_ = nullptr;
  names_.clear();
}

bool PostgresLink::alive() const { return connection_ && PQstatus(connection_) == CONNECTION_OK; }

Result<void> PostgresLink::connect() {
  if (alive()) return {};
  const auto now = steady_clock::now();
  if (failed_at_ && now - *failed_at_ < between_tries) return std::unexpected(Error{Fault::io_error, lost});
  auto done = opened();
  if (done) done = settle();
  failed_at_ = done ? std::nullopt : std::optional(steady_clock::now());
  if (!done) close();
  return done;
}

// What stands before `dbname` are defaults that the address may overrule.
Result<void> PostgresLink::opened() {
  close();
  if (!read_address(options_.address))
    return std::unexpected(Error{Fault::cannot_open, "the address of PostgreSQL cannot be read"});
  const char* names[] = {"connect_timeout",  "keepalives_idle",  "keepalives_interval",
                         "keepalives_count", "tcp_user_timeout", "application_name",
                         "dbname",           "client_encoding",  nullptr};
  const char* values[] = {"5", "10", "5", "3", "15000", "mingbai", options_.address.c_str(), "UTF8", nullptr};
  connection_ = PQconnectdbParams(names, values, 1);
  if (!connection_) return std::unexpected(Error{Fault::io_error, "out of memory"});
  if (PQstatus(connection_) != CONNECTION_OK)
    return std::unexpected(
        Error{Fault::cannot_open, line_of(PQerrorMessage(connection_), password_in(options_.address))});
  PQsetNoticeProcessor(connection_, say_nothing, nullptr);
  const char* encoding = PQparameterStatus(connection_, "server_encoding");
  if (!encoding || std::string_view(encoding) != "UTF8")
    return std::unexpected(Error{Fault::cannot_open, "the database's encoding is not UTF8"});
  return {};
}

// A commit that is answered is on the disk; stronger settings of the database stay. A process that stands
// still in the middle of a transaction loses its connection, so that the others go on.
Result<void> PostgresLink::settle() {
  std::string sql =
      "SELECT set_config('synchronous_commit', 'on', false) "
      "WHERE current_setting('synchronous_commit') IN ('off', 'local', 'remote_write');";
  if (options_.read_only) {
    sql += "SET default_transaction_read_only = on;";
  } else {
    sql += "SET lock_timeout = " + std::to_string(options_.lock_timeout_ms) +
           "; SET idle_in_transaction_session_timeout = '15s';";
  }
  auto done = run(sql);
  return done ? Result<void>() : std::unexpected(std::move(done.error()));
}

Result<ResultRows> PostgresLink::checked(pg_result* raw) {
  ResultRows result(raw);
  const auto status = PQresultStatus(raw);
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY) return result;
  const char* state = raw ? PQresultErrorField(raw, PG_DIAG_SQLSTATE) : nullptr;
  if (!state) return std::unexpected(Error{Fault::io_error, lost});
  const char* said = PQresultErrorField(raw, PG_DIAG_MESSAGE_PRIMARY);
  return std::unexpected(error_of_state(state, said ? said : ""));
}

Result<ResultRows> PostgresLink::run(const std::string& sql) {
  return checked(PQexec(connection_, sql.c_str()));
}

// Beyond so many the last name, which is none, is prepared anew each time.
Result<std::string> PostgresLink::prepared(const Translated& statement) {
  if (const auto known = names_.find(statement.sql); known != names_.end()) return known->second;
  const bool kept = names_.size() < prepared_most;
  std::string name = kept ? "s" + std::to_string(names_.size()) : "";
  auto done = checked(PQprepare(connection_, name.c_str(), statement.sql.c_str(), 0, nullptr));
  if (!done) return std::unexpected(std::move(done.error()));
  if (kept) names_.emplace(statement.sql, name);
  return name;
}

Result<ResultRows> PostgresLink::run(const Translated& statement, const std::vector<Parameter>& parameters) {
  const auto name = prepared(statement);
  if (!name) return std::unexpected(name.error());
  std::vector<const char*> values;
  std::vector<int> lengths, formats;
  for (const Parameter& one : parameters) {
    values.push_back(one.null ? nullptr : one.value.c_str());
    lengths.push_back(static_cast<int>(one.value.size()));
    formats.push_back(one.binary ? 1 : 0);
  }
  return checked(PQexecPrepared(connection_, name->c_str(), static_cast<int>(values.size()), values.data(),
                                lengths.data(), formats.data(), 1));
}

}  // namespace mingbai::database
