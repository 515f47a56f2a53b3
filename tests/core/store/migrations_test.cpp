#include "core/store/migrations.h"

#include <catch2/catch_test_macros.hpp>

#include "core/store/query.h"
#include "tests/core/store/fault_injecting_database.h"
#include "tests/shell/database/any_database.h"

namespace mingbai::store {
namespace {

constexpr Migration two[] = {
    {"notes", "CREATE TABLE note(id INTEGER PRIMARY KEY); INSERT INTO note VALUES(1)"},
    {"titles", "ALTER TABLE note ADD COLUMN title TEXT; UPDATE note SET title = 'x'"},
};

std::unique_ptr<Database> open(const TemporaryFolder& folder) {
  return any_database(folder);
}

TEST_CASE("a new database goes through every migration once") {
  TemporaryFolder folder;
  auto db = open(folder);
  CHECK(migrate(*db, two) == 2);
  CHECK(migrate(*db, two) == 2);
  CHECK(first(
            *db, [](Statement& row) { return row.integer(0); }, "SELECT count(*) FROM note") == 1);
}

TEST_CASE("an old database is brought forward and keeps its rows") {
  TemporaryFolder folder;
  auto db = open(folder);
  REQUIRE(migrate(*db, std::span(two).first(1)) == 1);
  CHECK(migrate(*db, two) == 2);
  CHECK(first(
            *db, [](Statement& row) { return row.text(0); }, "SELECT title FROM note") == "x");
}

TEST_CASE("a database of a later program is refused and left untouched") {
  TemporaryFolder folder;
  auto db = open(folder);
  REQUIRE(migrate(*db, two) == 2);
  auto older = migrate(*db, std::span(two).first(1));
  REQUIRE_FALSE(older);
  CHECK(older.error().fault == Fault::newer_schema);
  CHECK(schema_number(*db) == 2);
}

TEST_CASE("migrations that fail half-way leave the old number and nothing else") {
  TemporaryFolder folder;
  auto db = open(folder);
  constexpr Migration broken[] = {two[0],
                                  {"broken", "CREATE TABLE other(id INTEGER); INSERT INTO nowhere VALUES(1)"}};
  CHECK_FALSE(migrate(*db, broken));
  CHECK(schema_number(*db) == 0);
  CHECK_FALSE(run(*db, "SELECT count(*) FROM other"));
  CHECK_FALSE(run(*db, "SELECT count(*) FROM note"));
}

TEST_CASE("a disk that fails at any write of the migrations leaves the old number, and repair completes it") {
  for (int nth = 1;; ++nth) {
    TemporaryFolder folder;
    auto real = open(folder);
    FaultInjectingDatabase db(*real);
    db.fail_at(nth, nth % 2 ? Fault::disk_full : Fault::io_error);
    auto done = migrate(db, two);
    if (!db.hit()) {
      CHECK(nth > 5);
      break;
    }
    REQUIRE_FALSE(done);
    CHECK(done.error().fault == (nth % 2 ? Fault::disk_full : Fault::io_error));
    CHECK(*schema_number(*real) == 0);
    db.repair();
    CHECK(migrate(db, two) == 2);
  }
}

}  // namespace
}  // namespace mingbai::store
