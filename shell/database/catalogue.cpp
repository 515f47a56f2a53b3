#include "shell/database/catalogue.h"

#include <algorithm>
#include <map>

#include "core/store/query.h"
#include "core/store/server_schema.h"
#include "core/store/sqlite_database.h"

namespace mingbai::database {
namespace {

using store::Database;
using store::Result;
using store::Statement;

Kind kind_of(const std::string& type) {
  return type == "INTEGER" ? Kind::number : type == "BLOB" ? Kind::bytes : Kind::text;
}

Result<void> read_columns(Database& db, Table& table) {
  std::map<std::int64_t, std::size_t> key;
  auto read = store::each(
      db,
      [&](Statement& row) {
        if (row.integer(2) > 0) key[row.integer(2)] = table.columns.size();
        table.columns.push_back({row.text(0), kind_of(row.text(1))});
      },
      "SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid", table.name);
  for (const auto& [place, column] : key) table.key.push_back(column);
  return read;
}

}  // namespace

bool Table::has_bytes() const {
  return std::any_of(columns.begin(), columns.end(),
                     [](const Column& one) { return one.kind == Kind::bytes; });
}

Result<std::unique_ptr<Database>> empty_store(int schema) {
  auto db = store::open_sqlite({.path = ":memory:"});
  if (!db) return db;
  auto migrated = store::migrate(**db, store::server_migrations().first(static_cast<std::size_t>(schema)));
  if (!migrated) return std::unexpected(std::move(migrated.error()));
  return db;
}

Result<std::vector<Table>> catalogue(int schema) {
  auto db = empty_store(schema);
  if (!db) return std::unexpected(std::move(db.error()));
  std::vector<Table> tables;
  auto read = store::each(
      **db, [&](Statement& row) { tables.push_back({.name = row.text(0), .columns = {}, .key = {}}); },
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rowid");
  for (Table& table : tables)
    if (read) read = read_columns(**db, table);
  if (!read) return std::unexpected(std::move(read.error()));
  return tables;
}

}  // namespace mingbai::database
