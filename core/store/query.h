#pragma once
// Statements in one line: `run` for those without rows, `first` for the first row if any, `each` for all
// rows.
//
// Parameters are bound in order: integers, text (anything that makes a std::string_view), Blob, nullptr,
// optionals.
//
//   auto done = run(db, "DELETE FROM draft WHERE id = ?", id);
//   auto form = first(db, [](Statement& row) { return row.text(0); }, "SELECT form FROM draft WHERE id = ?",
//   id); auto all = each(db, [&](Statement& row) { drafts.push_back(read_draft(row)); }, "SELECT … FROM draft
//   ORDER BY id");

#include <concepts>
#include <cstddef>
#include <optional>
#include <type_traits>
#include <utility>

#include "core/store/database.h"

namespace mingbai::store {

struct Blob {
  std::string_view bytes;
};

inline void bind_one(Statement& statement, int at, std::string_view text) { statement.bind(at, text); }
inline void bind_one(Statement& statement, int at, std::integral auto number) {
  statement.bind(at, static_cast<std::int64_t>(number));
}
inline void bind_one(Statement& statement, int at, Blob blob) { statement.bind_blob(at, blob.bytes); }
inline void bind_one(Statement& statement, int at, std::nullptr_t) { statement.bind_null(at); }
template <class T>
void bind_one(Statement& statement, int at, const std::optional<T>& value) {
  value ? bind_one(statement, at, *value) : statement.bind_null(at);
}

template <class... Values>
Result<std::unique_ptr<Statement>> prepare_with(Database& db, std::string_view sql, const Values&... values) {
  auto statement = db.prepare(sql);
  if (!statement) return statement;
  int at = 0;
  (bind_one(**statement, ++at, values), ...);
  return statement;
}

template <class Row, class... Values>
Result<void> each(Database& db, Row&& row, std::string_view sql, const Values&... values) {
  auto statement = prepare_with(db, sql, values...);
  if (!statement) return std::unexpected(std::move(statement.error()));
  for (;;) {
    auto more = (*statement)->step();
    if (!more) return std::unexpected(std::move(more.error()));
    if (!*more) return {};
    row(**statement);
  }
}

template <class Row, class... Values>
auto first(Database& db, Row&& row, std::string_view sql, const Values&... values)
    -> Result<std::optional<std::decay_t<std::invoke_result_t<Row, Statement&>>>> {
  auto statement = prepare_with(db, sql, values...);
  if (!statement) return std::unexpected(std::move(statement.error()));
  auto found = (*statement)->step();
  if (!found) return std::unexpected(std::move(found.error()));
  if (!*found) return std::nullopt;
  return row(**statement);
}

template <class... Values>
Result<void> run(Database& db, std::string_view sql, const Values&... values) {
  return each(
      db, [](Statement&) {}, sql, values...);
}

}  // namespace mingbai::store
