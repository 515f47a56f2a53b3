#include "core/store/sqlite_database.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "core/store/query.h"
#include "core/store/transaction.h"
#include "tests/core/store/temporary_folder.h"

namespace mingbai::store {
namespace {

std::unique_ptr<Database> fresh(const TemporaryFolder& folder) {
  auto db = open_sqlite({.path = folder.file("a.db")});
  REQUIRE(db);
  REQUIRE((*db)->execute("CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT UNIQUE)"));
  return std::move(*db);
}

std::int64_t count(Database& db) {
  return first(
             db, [](Statement& row) { return row.integer(0); }, "SELECT count(*) FROM note")
      ->value();
}

std::string pragma(Database& db, std::string_view sql) {
  return first(
             db, [](Statement& row) { return row.text(0); }, sql)
      ->value();
}

TEST_CASE("what is bound comes back unchanged, Chinese, empty, with a zero byte and null") {
  TemporaryFolder folder;
  auto db = fresh(folder);
  const std::string zero("a\0b", 3);
  REQUIRE(run(*db, "INSERT INTO note VALUES(1, ?)", "异地就医备案"));
  REQUIRE(run(*db, "INSERT INTO note VALUES(2, ?)", ""));
  REQUIRE(run(*db, "INSERT INTO note VALUES(3, ?)", Blob{zero}));
  REQUIRE(run(*db, "INSERT INTO note VALUES(4, ?)", nullptr));
  std::vector<std::string> texts;
  std::vector<bool> nulls;
  REQUIRE(each(
      *db,
      [&](Statement& row) {
        texts.push_back(row.text(0));
        nulls.push_back(row.is_null(0));
      },
      "SELECT text FROM note ORDER BY id"));
  CHECK(texts == std::vector<std::string>{"异地就医备案", "", zero, ""});
  CHECK(nulls == std::vector<bool>{false, false, false, true});
}

TEST_CASE("every open is WAL, synchronous FULL, with foreign keys and secure delete") {
  TemporaryFolder folder;
  auto db = fresh(folder);
  CHECK(pragma(*db, "PRAGMA journal_mode") == "wal");
  CHECK(pragma(*db, "PRAGMA synchronous") == "2");
  CHECK(pragma(*db, "PRAGMA foreign_keys") == "1");
  CHECK(pragma(*db, "PRAGMA secure_delete") == "1");
  CHECK(integrity(*db) == "ok");
}

TEST_CASE("an exclusive open keeps a second owner out with `busy` or `cannot_open`") {
  TemporaryFolder folder;
  auto owner = open_sqlite({.path = folder.file("a.db"), .exclusive = true});
  REQUIRE(owner);
  REQUIRE((*owner)->execute("CREATE TABLE note(id INTEGER PRIMARY KEY)"));
  auto second = open_sqlite({.path = folder.file("a.db"), .exclusive = true, .busy_timeout_ms = 10});
  REQUIRE_FALSE(second);
  CHECK(second.error().fault == Fault::busy);
}

TEST_CASE("a transaction that is not committed leaves nothing") {
  TemporaryFolder folder;
  auto db = fresh(folder);
  {
    auto transaction = Transaction::begin(*db);
    REQUIRE(transaction);
    REQUIRE(run(*db, "INSERT INTO note VALUES(1, 'a')"));
  }
  CHECK(count(*db) == 0);
}

TEST_CASE("a savepoint undoes its part and keeps the rest") {
  TemporaryFolder folder;
  auto db = fresh(folder);
  auto transaction = Transaction::begin(*db);
  REQUIRE(run(*db, "INSERT INTO note VALUES(1, 'a')"));
  {
    auto part = Savepoint::begin(*db);
    REQUIRE(part);
    REQUIRE(run(*db, "INSERT INTO note VALUES(2, 'b')"));
  }
  REQUIRE(transaction->commit());
  CHECK(count(*db) == 1);
}

TEST_CASE("each kind of failure has its own type") {
  TemporaryFolder folder;
  auto db = fresh(folder);
  REQUIRE(run(*db, "INSERT INTO note VALUES(1, 'a')"));
  CHECK(run(*db, "INSERT INTO note VALUES(2, 'a')").error().fault == Fault::constraint);
  CHECK(run(*db, "INSERT INTO nowhere VALUES(2)").error().fault == Fault::misuse);
  CHECK(run(*db, "INSERT INTO note VALUES(2, 'b')", 1).error().fault == Fault::misuse);
  CHECK(open_sqlite({.path = folder.file("no/such/place.db")}).error().fault == Fault::cannot_open);

  std::ofstream(folder.file("garbage.db")) << std::string(8192, 'x');
  CHECK(open_sqlite({.path = folder.file("garbage.db")}).error().fault == Fault::corrupt);

  auto page_count = pragma(*db, "PRAGMA page_count");
  REQUIRE(pragma(*db, "PRAGMA max_page_count = " + page_count) == page_count);
  const std::string big(1 << 16, 'x');
  CHECK(run(*db, "INSERT INTO note VALUES(3, ?)", big).error().fault == Fault::disk_full);
  CHECK(count(*db) == 1);
}

TEST_CASE("an error never repeats a bound value") {
  TemporaryFolder folder;
  auto db = fresh(folder);
  REQUIRE(run(*db, "INSERT INTO note VALUES(1, ?)", "secret"));
  auto again = run(*db, "INSERT INTO note VALUES(2, ?)", "secret");
  REQUIRE_FALSE(again);
  CHECK(again.error().detail.find("secret") == std::string::npos);
}

}  // namespace
}  // namespace mingbai::store
