#include "core/store/migrations.h"

#include "core/store/query.h"
#include "core/store/transaction.h"

namespace mingbai::store {
Result<int> schema_number(Database& db) {
  auto number = first(
      db, [](Statement& row) { return static_cast<int>(row.integer(0)); }, "PRAGMA user_version");
  if (!number) return std::unexpected(std::move(number.error()));
  return number->value_or(0);
}

Result<int> migrate(Database& db, std::span<const Migration> migrations) {
  const int last = static_cast<int>(migrations.size());
  auto present = schema_number(db);
  if (!present || *present == last) return present;
  auto transaction = Transaction::begin(db);
  if (!transaction) return std::unexpected(std::move(transaction.error()));
  // Read again under the write lock: two programs may start at the same time.
  present = schema_number(db);
  if (!present) return present;
  if (*present > last) {
    return std::unexpected(Error{Fault::newer_schema, "schema " + std::to_string(*present) +
                                                          " is newer than " + std::to_string(last) +
                                                          ", the last one known"});
  }
  for (int number = *present; number < last; ++number) {
    auto applied = db.execute(migrations[static_cast<std::size_t>(number)].sql);
    if (!applied) return std::unexpected(std::move(applied.error()));
  }
  auto written = db.execute("PRAGMA user_version = " + std::to_string(last));
  if (!written) return std::unexpected(std::move(written.error()));
  if (auto committed = transaction->commit(); !committed)
    return std::unexpected(std::move(committed.error()));
  return last;
}

}  // namespace mingbai::store
