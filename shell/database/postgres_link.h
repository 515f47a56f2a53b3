#pragma once
// One connection to PostgreSQL, by libpq: it is made when first needed and made again after it was lost,
// never inside a transaction. Statements are prepared once for each connection and known by their text.
//
// A try to connect that failed is not repeated within half a second: a server whose database is away answers
// at once instead of waiting.
//
// No error text holds the address's password, and none a value (postgres_fault.h).

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/store/database.h"
#include "shell/database/postgres_dialect.h"

struct pg_conn;
struct pg_result;

namespace mingbai::database {

struct PostgresOptions {
  std::string address;  // postgres://…, or what libpq calls a connection string
  bool read_only = false;
  int lock_timeout_ms = 5000;
};

struct ResultEnd {
  void operator()(pg_result*) const;
};
using ResultRows = std::unique_ptr<pg_result, ResultEnd>;

struct Parameter {
  std::string value;
  bool null = true;
  bool binary = false;
};

class PostgresLink {
 public:
  explicit PostgresLink(PostgresOptions options) : options_(std::move(options)) {}
  ~PostgresLink();
  PostgresLink(const PostgresLink&) = delete;
  PostgresLink& operator=(const PostgresLink&) = delete;

  bool alive() const;
  store::Result<void> connect();  // does nothing when it is alive

  // SQL as it is, without parameters; the last result when there are several statements.
  store::Result<ResultRows> run(const std::string& sql);
  // Prepared; rows come in binary form.
  store::Result<ResultRows> run(const Translated&, const std::vector<Parameter>&);

 private:
  store::Result<void> opened();
  store::Result<void> settle();
  store::Result<std::string> prepared(const Translated&);
  store::Result<ResultRows> checked(pg_result*);
  void close();

  PostgresOptions options_;
  pg_conn* connection_ = nullptr;
  std::map<std::string, std::string, std::less<>> names_;  // of prepared statements, by their text
  std::optional<std::chrono::steady_clock::time_point> failed_at_;
};

// The address for people: without its password.
std::string address_for_people(const std::string& address);

}  // namespace mingbai::database
