#pragma once
// The tables of the server's store at a schema, as the migrations make them: read from an empty SQLite in
// memory that was migrated so far, so that no list of them is kept anywhere. Tables stand in the order they
// were made, which is one in which every reference finds its row.

#include <string>
#include <vector>

#include "core/store/database.h"

namespace mingbai::database {

enum class Kind : std::uint8_t { number, text, bytes };

struct Column {
  std::string name;
  Kind kind = Kind::text;
};

struct Table {
  std::string name;
  std::vector<Column> columns;
  std::vector<std::size_t> key;  // the columns of the primary key, in its order

  bool has_bytes() const;
};

// An empty store at that schema.
store::Result<std::unique_ptr<store::Database>> empty_store(int schema);

store::Result<std::vector<Table>> catalogue(int schema);

}  // namespace mingbai::database
