#pragma once
// The one driver of the Database port, over SQLite; the only code that includes sqlite3.h. Natively it opens
// a file, in the browser the same code runs over the VFS named in the options.
//
// Order of an open, fixed: locking_mode first (a VFS without shared memory must never be asked for it), then
// WAL, synchronous=FULL, foreign_keys, secure_delete. A committed transaction is on the disk when commit()
// gives a value. Compiled statements are kept and lent again; a statement must not outlive its database.
//
//   auto db = open_sqlite({.path = "mingbai.db"});
//   auto db = open_sqlite({.path = "mingbai.db", .vfs = "opfs", .exclusive = true});   // in the browser

#include <memory>
#include <string>
#include <string_view>

#include "core/store/database.h"

namespace mingbai::store {

struct SqliteOptions {
  std::string path;
  std::string vfs;         // empty: the default one
  bool exclusive = false;  // locking_mode=EXCLUSIVE: one connection only, no shared memory
  bool wal = true;         // false: journal_mode=TRUNCATE, for a VFS that has no -wal file
  bool read_only = false;
  int busy_timeout_ms = 5000;
};

Result<std::unique_ptr<Database>> open_sqlite(const SqliteOptions&);

// Moves the write-ahead log into the database file and empties it; for an orderly end.
Result<void> checkpoint(Database&);

// Writes a whole, consistent copy as of now into a new file, beside other connections that go on writing. The
// file must not exist; it is on the disk when this gives a value.
Result<void> copy_into(Database&, std::string_view new_file);

// "ok" or what SQLite's integrity check found, one finding a line.
Result<std::string> integrity(Database&);

}  // namespace mingbai::store
