#include "shell/database/postgres_statement.h"

#include <libpq-fe.h>

namespace mingbai::database {
namespace {

using store::Error;
using store::Fault;

// The numbers of PostgreSQL's own types (pg_type.dat); they never change.
constexpr Oid boolean = 16, bytea = 17, int8 = 20, int2 = 21, int4 = 23;

bool is_number(Oid type) { return type == boolean || type == int8 || type == int2 || type == int4; }

}  // namespace

void PostgresStatement::put(int parameter, Parameter value) {
  const bool there = parameter >= 1 && static_cast<std::size_t>(parameter) <= values_.size();
  misbound_ |= !there;
  if (there) values_[static_cast<std::size_t>(parameter) - 1] = std::move(value);
}

void PostgresStatement::bind(int parameter, std::int64_t value) {
  put(parameter, {.value = std::to_string(value), .null = false});
}

void PostgresStatement::bind(int parameter, std::string_view text) {
  put(parameter, {.value = with_zeros_escaped(text), .null = false});
}

void PostgresStatement::bind_blob(int parameter, std::string_view bytes) {
  put(parameter, {.value = std::string(bytes), .null = false, .binary = true});
}

void PostgresStatement::bind_null(int parameter) { put(parameter, {}); }

store::Result<bool> PostgresStatement::step() {
  if (misbound_) return std::unexpected(Error{Fault::misuse, "a parameter that the statement does not have"});
  if (result_) {
    ++row_;
  } else {
    auto rows = rows_.query(statement_, values_);
    if (!rows) return std::unexpected(std::move(rows.error()));
    result_ = std::move(*rows);
    row_ = 0;
  }
  return row_ < PQntuples(result_.get());
}

void PostgresStatement::reset() {
  result_.reset();
  values_.assign(values_.size(), {});
  misbound_ = false;
}

std::string_view PostgresStatement::bytes(int column) const {
  return {PQgetvalue(result_.get(), row_, column),
          static_cast<std::size_t>(PQgetlength(result_.get(), row_, column))};
}

bool PostgresStatement::is_null(int column) { return PQgetisnull(result_.get(), row_, column) != 0; }

// Numbers come most significant byte first, in two's complement.
std::int64_t PostgresStatement::integer(int column) {
  if (is_null(column) || !is_number(PQftype(result_.get(), column))) return 0;
  const auto digits = bytes(column);
  std::uint64_t value = !digits.empty() && (digits[0] & 0x80) != 0 ? ~std::uint64_t{0} : 0;
  for (const char digit : digits) value = value << 8 | static_cast<unsigned char>(digit);
  return static_cast<std::int64_t>(value);
}

std::string PostgresStatement::text(int column) {
  if (is_null(column)) return "";
  const Oid type = PQftype(result_.get(), column);
  if (is_number(type)) return std::to_string(integer(column));
  std::string held(bytes(column));
  return type == bytea ? held : with_zeros_restored(std::move(held));
}

}  // namespace mingbai::database
