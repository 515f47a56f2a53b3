#include "shell/database/dump.h"

#include <sodium.h>

#include <array>
#include <nlohmann/json.hpp>

#include "core/store/migrations.h"
#include "shell/database/catalogue.h"
#include "shell/database/dump_row.h"

namespace mingbai::database {
namespace {

using nlohmann::ordered_json;
using store::Database;
using store::Error;
using store::Fault;
using store::Result;
using store::Statement;

constexpr int rows_at_once = 500, rows_with_bytes_at_once = 8;

std::string listed(const Table& table, const std::vector<std::size_t>& columns) {
  std::string list;
  for (const auto at : columns) list += (list.empty() ? "" : ", ") + table.columns[at].name;
  return list;
}

// One page of a table in the order of its primary key, from the beginning or after a key.
std::string page(const Table& table, bool from_the_beginning) {
  std::string sql = "SELECT ", marks;
  for (const Column& column : table.columns) sql += (sql.size() > 7 ? ", " : "") + column.name;
  for (std::size_t at = 0; at < table.key.size(); ++at) marks += at == 0 ? "?" : ", ?";
  const std::string key = listed(table, table.key);
  sql += " FROM " + table.name;
  if (!from_the_beginning) sql += " WHERE (" + key + ") > (" + marks + ")";
  return sql + " ORDER BY " + key + " LIMIT " +
         std::to_string(table.has_bytes() ? rows_with_bytes_at_once : rows_at_once);
}

class Writer {
 public:
  Writer(Database& db, const Line& line) : db_(db), line_(line) { crypto_hash_sha256_init(&hash_); }

  Result<void> table(const Table& table) {
    ordered_json head = {{"table", table.name}, {"columns", ordered_json::array()}};
    for (const Column& column : table.columns) head["columns"].push_back(column.name);
    if (auto put = line(head.dump()); !put) return put;
    std::vector<ordered_json> last;
    for (bool more = true; more;) {
      auto count = rows(table, last);
      if (!count) return std::unexpected(std::move(count.error()));
      more = *count > 0;
    }
    return {};
  }

  Result<void> line(const std::string& text) {
    crypto_hash_sha256_update(&hash_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    crypto_hash_sha256_update(&hash_, reinterpret_cast<const unsigned char*>("\n"), 1);
    return kept(text);
  }

  Result<State> end(int schema) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> bytes;
    crypto_hash_sha256_final(&hash_, bytes.data());
    State state{.schema = schema,
                .rows = rows_,
                .sha256 = hexadecimal({reinterpret_cast<const char*>(bytes.data()), bytes.size()})};
    auto put = kept(ordered_json{{"rows", state.rows}, {"sha256", state.sha256}}.dump());
    return put ? Result<State>(std::move(state)) : std::unexpected(std::move(put.error()));
  }

 private:
  Result<void> kept(const std::string& text) {
    if (line_(text)) return {};
    return std::unexpected(Error{Fault::disk_full, "the dump cannot be written"});
  }

  // How many came; `last` becomes the key of the last one.
  Result<int> rows(const Table& table, std::vector<ordered_json>& last) {
    auto statement = db_.prepare(page(table, last.empty()));
    if (!statement) return std::unexpected(std::move(statement.error()));
    for (std::size_t at = 0; at < last.size(); ++at)
      bind_value(**statement, static_cast<int>(at) + 1, table.columns[table.key[at]].kind, last[at]);
    for (int count = 0;; ++count) {
      auto more = (*statement)->step();
      if (!more) return std::unexpected(std::move(more.error()));
      if (!*more) return count;
      if (auto put = row(table, **statement, last); !put) return std::unexpected(std::move(put.error()));
    }
  }

  Result<void> row(const Table& table, Statement& row, std::vector<ordered_json>& last) {
    ordered_json values = ordered_json::array();
    for (std::size_t at = 0; at < table.columns.size(); ++at)
      values.push_back(value_of(row, static_cast<int>(at), table.columns[at].kind));
    last.clear();
    for (const auto at : table.key) last.push_back(values[at]);
    ++rows_;
    auto text = line_of(values);
    if (!text) return std::unexpected(Error{Fault::corrupt, "a text in " + table.name + " is no UTF-8"});
    return line(*text);
  }

  Database& db_;
  const Line& line_;
  crypto_hash_sha256_state hash_;
  std::int64_t rows_ = 0;
};

}  // namespace

Result<State> write_tables(Database& db, int schema, const Line& line) {
  const auto tables = catalogue(schema);
  if (!tables) return std::unexpected(tables.error());
  Writer writer(db, line);
  auto done = writer.line(head_line(schema));
  for (const Table& table : *tables)
    if (done) done = writer.table(table);
  return done ? writer.end(schema) : std::unexpected(std::move(done.error()));
}

Result<State> dump(Database& db, const Line& line) {
  if (auto begun = db.execute("BEGIN"); !begun) return std::unexpected(std::move(begun.error()));
  const auto schema = store::schema_number(db);
  auto state = schema ? write_tables(db, *schema, line) : std::unexpected(schema.error());
  (void)db.execute("ROLLBACK");
  return state;
}

}  // namespace mingbai::database
