#pragma once
// The whole state of a store as lines of JSON, the same bytes whichever database holds it:
//
//   {"store":"mingbai","schema":4}
//   {"table":"account","columns":["id","login",…]}
//   [1,"anna",…]                                       rows by their primary key; bytes in base64
//   …
//   {"rows":2,"sha256":"…"}                            of all lines before
//
// That last figure is the state hash: two stores with equal state hashes hold the same. `load` takes a dump
// into a store that holds nothing yet, in one transaction that is committed only when the store's own state
// hash is the dump's; then it is brought to the last schema.

#include <expected>
#include <functional>
#include <istream>
#include <string>

#include "core/store/database.h"

namespace mingbai::database {

struct State {
  int schema = 0;
  std::int64_t rows = 0;
  std::string sha256;
};

// Takes one line without its end; false when it cannot be kept.
using Line = std::function<bool(const std::string&)>;

// The columns that the store had at `schema`. Wants to be called in a transaction: one picture of all tables.
store::Result<State> write_tables(store::Database&, int schema, const Line&);

// The same in a transaction of its own, at the store's schema.
store::Result<State> dump(store::Database&, const Line&);

// Or why it was not taken; then the store holds as little as before.
std::expected<State, std::string> load(store::Database&, std::istream&);

}  // namespace mingbai::database
