// The driver itself. Hidden unless asked for by [postgres]: these need a PostgreSQL (tests/postgres/with).

#include "shell/database/postgres_database.h"

#include <catch2/catch_test_macros.hpp>

#include "core/store/migrations.h"
#include "core/store/query.h"
#include "core/store/transaction.h"
#include "tests/shell/database/any_database.h"

namespace mingbai::database {
namespace {

using store::Fault;
using store::first;
using store::run;
using store::Statement;

struct World {
  TemporaryFolder folder;
  std::string address;
  std::unique_ptr<store::Database> db;

  World() {
    REQUIRE(store::test_postgres());
    address = store::test_address(folder.file("a.db"));
    db = open();
    REQUIRE(db->execute("CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT UNIQUE, bytes BLOB)"));
  }
  std::unique_ptr<store::Database> open(int lock_timeout_ms = 5000) const {
    auto opened = open_postgres({.address = address, .lock_timeout_ms = lock_timeout_ms});
    REQUIRE(opened);
    return std::move(*opened);
  }
  std::int64_t number(std::string_view sql) const {
    return first(*db, [](Statement& row) { return row.integer(0); }, sql)->value();
  }
};

TEST_CASE("PostgreSQL: what is bound comes back unchanged, Chinese, empty, with a zero byte and null",
          "[.][postgres]") {
  World world;
  const std::string zero("a\0b", 3), bytes("\0\x01\xFF\\x", 5);
  REQUIRE(run(*world.db, "INSERT INTO note VALUES(1, ?, ?)", "异地就医备案", store::Blob{bytes}));
  REQUIRE(run(*world.db, "INSERT INTO note VALUES(2, ?, ?)", "", store::Blob{""}));
  REQUIRE(run(*world.db, "INSERT INTO note VALUES(3, ?, ?)", zero, nullptr));
  REQUIRE(run(*world.db, "INSERT INTO note VALUES(4, ?, ?)", nullptr, nullptr));
  std::vector<std::string> texts, blobs;
  std::vector<bool> nulls;
  REQUIRE(store::each(
      *world.db,
      [&](Statement& row) {
        texts.push_back(row.text(0));
        blobs.push_back(row.text(1));
        nulls.push_back(row.is_null(1));
      },
      "SELECT text, bytes FROM note ORDER BY id"));
  CHECK(texts == std::vector<std::string>{"异地就医备案", "", zero, ""});
  CHECK(blobs == std::vector<std::string>{bytes, "", "", ""});
  CHECK(nulls == std::vector<bool>{false, false, true, true});
  CHECK(world.number("SELECT id FROM note WHERE text IS NULL") == 4);
}

TEST_CASE("PostgreSQL: whole numbers of every size come back", "[.][postgres]") {
  World world;
  for (const std::int64_t number :
       {INT64_MIN, std::int64_t{-1}, std::int64_t{0}, std::int64_t{300}, INT64_MAX}) {
    REQUIRE(run(*world.db, "INSERT INTO note(id) VALUES(?)", number));
    CHECK(first(
              *world.db, [](Statement& row) { return row.integer(0); }, "SELECT id FROM note WHERE id = ?",
              number) == number);
  }
  CHECK(world.number("SELECT -7") == -7);
  CHECK(world.number("SELECT count(*) = 5 FROM note") == 1);
}

TEST_CASE("PostgreSQL: text is ordered by its bytes, whatever the database's language", "[.][postgres]") {
  World world;
  REQUIRE(world.db->execute(
      "INSERT INTO note(id, text) VALUES(1, 'b'), (2, '阿'), (3, 'B'), (4, '中'), (5, '')"));
  std::string order;
  REQUIRE(store::each(
      *world.db, [&](Statement& row) { order += row.text(0) + " "; }, "SELECT id FROM note ORDER BY text"));
  CHECK(order == "5 3 1 4 2 ");
}

TEST_CASE("PostgreSQL: what is not committed leaves nothing, a savepoint undoes its part, a fault in it too",
          "[.][postgres]") {
  World world;
  {
    auto transaction = store::Transaction::begin(*world.db);
    REQUIRE(transaction);
    REQUIRE(run(*world.db, "INSERT INTO note(id) VALUES(1)"));
  }
  CHECK(world.number("SELECT count(*) FROM note") == 0);
  auto transaction = store::Transaction::begin(*world.db);
  REQUIRE(run(*world.db, "INSERT INTO note(id) VALUES(1)"));
  CHECK(world.db->changes() == 1);
  {
    auto part = store::Savepoint::begin(*world.db);
    REQUIRE(run(*world.db, "INSERT INTO note(id) VALUES(2)"));
    CHECK(run(*world.db, "INSERT INTO note(id) VALUES(1)").error().fault == Fault::constraint);
  }
  REQUIRE(transaction->commit());
  CHECK(world.number("SELECT count(*) FROM note") == 1);
}

TEST_CASE("PostgreSQL: a transaction that had failed cannot be committed", "[.][postgres]") {
  World world;
  auto transaction = store::Transaction::begin(*world.db);
  REQUIRE(run(*world.db, "INSERT INTO note(id) VALUES(1)"));
  CHECK_FALSE(run(*world.db, "INSERT INTO note(id) VALUES(1)"));
  CHECK_FALSE(transaction->commit());
  CHECK_FALSE(world.db->in_transaction());
  CHECK(world.number("SELECT count(*) FROM note") == 0);
}

TEST_CASE("PostgreSQL: each kind of failure has its own type, and none repeats a value or a password",
          "[.][postgres]") {
  World world;
  REQUIRE(run(*world.db, "INSERT INTO note(id, text) VALUES(1, ?)", "secret"));
  const auto twice = run(*world.db, "INSERT INTO note(id, text) VALUES(2, ?)", "secret");
  CHECK(twice.error().fault == Fault::constraint);
  CHECK(twice.error().detail.find("secret") == std::string::npos);
  const auto no_number = run(*world.db, "INSERT INTO note(id) VALUES(?)", "secret");
  CHECK(no_number.error().fault == Fault::misuse);
  CHECK(no_number.error().detail.find("secret") == std::string::npos);
  CHECK(run(*world.db, "INSERT INTO nowhere VALUES(2)").error().fault == Fault::misuse);
  CHECK(run(*world.db, "INSERT INTO note(id) VALUES(2)", 1).error().fault == Fault::misuse);
  CHECK(run(*world.db, "INSERT INTO note(id, text) VALUES(3, ?)", "\xFF").error().fault == Fault::constraint);
  CHECK_FALSE(world.db->execute("PRAGMA journal_mode"));

  for (const std::string& address :
       {std::string("postgres://mingbai:hush@/nowhere?host=") + world.folder.path().string(),
        std::string("postgres://mingbai:hush@localhost:port/x"),
        std::string("postgres://mingbai:hush@h/x?hush=1")}) {
    const auto none = open_postgres({.address = address});
    REQUIRE_FALSE(none);
    CHECK(none.error().fault == Fault::cannot_open);
    CHECK(none.error().detail.find("hush") == std::string::npos);
    CHECK(address_for_people(address).find("hush") == std::string::npos);
  }
}

TEST_CASE(
    "PostgreSQL: one transaction writes at a time; the next waits, and says `busy` when it takes too long",
    "[.][postgres]") {
  World world;
  auto other = world.open(50);
  auto transaction = store::Transaction::begin(*world.db);
  REQUIRE(transaction);
  const auto second = store::Transaction::begin(*other);
  REQUIRE_FALSE(second);
  CHECK(second.error().fault == Fault::busy);
  CHECK_FALSE(other->in_transaction());
  REQUIRE(transaction->commit());
  CHECK(store::Transaction::begin(*other));
}

TEST_CASE("PostgreSQL: a lost connection fails the transaction it was in, and the next one has a new one",
          "[.][postgres]") {
  World world;
  const auto end_all = [&] {
    auto other = world.open();
    REQUIRE(run(*other,
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
                "AND application_name = 'mingbai' AND datname = current_database()"));
  };
  {
    auto transaction = store::Transaction::begin(*world.db);
    REQUIRE(run(*world.db, "INSERT INTO note(id) VALUES(1)"));
    end_all();
    const auto lost = run(*world.db, "INSERT INTO note(id) VALUES(2)");
    REQUIRE_FALSE(lost);
    CHECK(lost.error().fault == Fault::io_error);
    CHECK_FALSE(run(*world.db, "INSERT INTO note(id) VALUES(3)"));
    CHECK_FALSE(transaction->commit());
  }
  CHECK_FALSE(world.db->in_transaction());
  auto again = store::Transaction::begin(*world.db);
  REQUIRE(again);
  REQUIRE(run(*world.db, "INSERT INTO note(id) VALUES(4)"));
  REQUIRE(again->commit());
  CHECK(world.number("SELECT id FROM note") == 4);

  auto reader = open_postgres({.address = world.address, .read_only = true});
  REQUIRE(reader);
  end_all();
  CHECK(run(**reader, "SELECT id FROM note"));
  CHECK_FALSE(run(**reader, "INSERT INTO note(id) VALUES(5)"));
  CHECK(store::Transaction::begin(*world.db));
}

TEST_CASE("PostgreSQL: a commit is on the disk when it is answered, whatever the database does otherwise",
          "[.][postgres]") {
  World world;
  const auto setting = [&](const std::string& options, const std::string& name) {
    auto db = open_postgres({.address = world.address + options});
    REQUIRE(db);
    return first(
               **db, [](Statement& row) { return row.text(0); }, "SELECT current_setting(?)", name)
        ->value();
  };
  CHECK(setting("", "synchronous_commit") == "on");
  CHECK(setting("%20-csynchronous_commit%3Doff", "synchronous_commit") == "on");
  CHECK(setting("%20-csynchronous_commit%3Dremote_apply", "synchronous_commit") == "remote_apply");
  CHECK(setting("", "lock_timeout") == "5s");
  CHECK(setting("", "idle_in_transaction_session_timeout") == "15s");
}

}  // namespace
}  // namespace mingbai::database
