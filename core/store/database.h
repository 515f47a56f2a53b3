#pragma once
// The Database port: what the repositories know of a database. One driver (sqlite_database.h) serves the
// server and the browser; tests put a fault-injecting one in front of it.
//
// Failures are values: every call that can fail gives a Result with a typed Fault; nothing throws.
// A statement belongs to its database and must not outlive it. Neither is shared between threads.
// Parameters are numbered from 1, columns from 0, as in SQL. A fault while binding is given by the next
// step().
//
//   auto rows = db.prepare("SELECT form FROM draft WHERE id = ?");
//   if (!rows) return std::unexpected(rows.error());
//   (*rows)->bind(1, id);
//   auto row = (*rows)->step();          // true: there is a row; false: done

#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>

namespace mingbai::store {

enum class Fault : std::uint8_t {
  cannot_open,   // no such place, no permission, or locked by another owner
  disk_full,     // no room on the disk or in the browser's quota
  io_error,      // the device failed
  busy,          // another connection holds the lock
  corrupt,       // the file is damaged or no database
  constraint,    // a unique, foreign or check constraint refused the row
  newer_schema,  // written by a later version of the program
  misuse,        // a wrong statement or parameter: a fault of ours
};

std::string_view to_key(Fault);

struct Error {
  Fault fault;
  std::string detail;  // for the log; never holds bound values
};

template <class T>
using Result = std::expected<T, Error>;

class Statement {
 public:
  virtual ~Statement() = default;

  virtual void bind(int parameter, std::int64_t value) = 0;
  virtual void bind(int parameter, std::string_view text) = 0;
  virtual void bind_blob(int parameter, std::string_view bytes) = 0;
  virtual void bind_null(int parameter) = 0;

  virtual Result<bool> step() = 0;
  virtual void reset() = 0;  // to run again; forgets the bound values

  virtual bool is_null(int column) = 0;
  virtual std::int64_t integer(int column) = 0;
  virtual std::string text(int column) = 0;  // also for blobs: the bytes
};

class Database {
 public:
  virtual ~Database() = default;
  virtual Result<std::unique_ptr<Statement>> prepare(std::string_view sql) = 0;
  // Runs statements that give no rows and take no parameters, one after the other.
  virtual Result<void> execute(std::string_view sql) = 0;
  // Rows changed by the last INSERT, UPDATE or DELETE.
  virtual std::int64_t changes() = 0;
  virtual bool in_transaction() = 0;
};

}  // namespace mingbai::store
