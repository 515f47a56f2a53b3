#include "core/store/migrations.h"

#include "core/store/query.h"
#include "core/store/transaction.h"

namespace mingbai::store {
namespace {

// The number is read again under the write lock: two programs may start at the same time.
Result<void> apply(Database& db, const Migration& migration, int number) {
  auto transaction = Transaction::begin(db);
  if (!transaction) return std::unexpected(std::move(transaction.error()));
  auto present = schema_number(db);
  if (!present) return std::unexpected(std::move(present.error()));
  if (*present >= number) return {};
  if (auto run = db.execute(migration.sql); !run) return run;
  if (auto set = db.execute("PRAGMA user_version = " + std::to_string(number)); !set) return set;
  return transaction->commit();
}

}  // namespace

Result<int> schema_number(Database& db) {
  auto number = first(
      db, [](Statement& row) { return static_cast<int>(row.integer(0)); }, "PRAGMA user_version");
  if (!number) return std::unexpected(std::move(number.error()));
  return number->value_or(0);
}

Result<int> migrate(Database& db, std::span<const Migration> migrations) {
  const int last = static_cast<int>(migrations.size());
  auto present = schema_number(db);
  if (!present) return present;
  if (*present > last) {
    return std::unexpected(Error{Fault::newer_schema, "schema " + std::to_string(*present) +
                                                          " is newer than " + std::to_string(last) +
                                                          ", the last one known"});
  }
  for (int number = *present + 1; number <= last; ++number) {
    auto applied = apply(db, migrations[static_cast<std::size_t>(number - 1)], number);
    if (!applied) return std::unexpected(std::move(applied.error()));
  }
  return last;
}

}  // namespace mingbai::store
