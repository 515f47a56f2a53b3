#include "shell/server/writer.h"

#include <catch2/catch_test_macros.hpp>
#include <future>

#include "core/store/query.h"
#include "core/store/sqlite_database.h"
#include "tests/core/store/fault_injecting_database.h"
#include "tests/core/store/temporary_folder.h"

namespace mingbai::server {
namespace {

using store::Fault;

// Owns the real database behind the failing one.
class Failing final : public store::Database {
 public:
  explicit Failing(std::unique_ptr<store::Database> real) : real_(std::move(real)), failing(*real_) {}
  store::Result<std::unique_ptr<store::Statement>> prepare(std::string_view sql) override {
    return failing.prepare(sql);
  }
  store::Result<void> execute(std::string_view sql) override { return failing.execute(sql); }
  std::int64_t changes() override { return failing.changes(); }
  bool in_transaction() override { return failing.in_transaction(); }

 private:
  std::unique_ptr<store::Database> real_;

 public:
  store::FaultInjectingDatabase failing;
};

struct World {
  TemporaryFolder folder;
  std::string path = folder.file("a.db");
  Failing* failing = nullptr;
  std::unique_ptr<Writer> writer;

  World() {
    auto db = store::open_sqlite({.path = path});
    REQUIRE(db);
    REQUIRE((*db)->execute("CREATE TABLE note(id INTEGER PRIMARY KEY)"));
    auto wrapped = std::make_unique<Failing>(std::move(*db));
    failing = wrapped.get();
    writer = std::make_unique<Writer>(std::move(wrapped));
  }
  std::future<store::Result<void>> insert(int id) {
    auto promise = std::make_shared<std::promise<store::Result<void>>>();
    writer->submit([id](store::Database& db) { return store::run(db, "INSERT INTO note VALUES(?)", id); },
                   [promise](store::Result<void> done) { promise->set_value(std::move(done)); });
    return promise->get_future();
  }
  // Holds the writer until release, so that what is submitted meanwhile shares one transaction.
  std::promise<void> hold() {
    std::promise<void> release;
    auto released = std::make_shared<std::future<void>>(release.get_future());
    auto begun = std::make_shared<std::promise<void>>();
    auto started = begun->get_future();
    writer->submit(
        [released, begun](store::Database&) -> store::Result<void> {
          begun->set_value();
          released->wait();
          return {};
        },
        [](const store::Result<void>&) {});
    started.wait();
    return release;
  }
  std::int64_t count() {
    auto db = store::open_sqlite({.path = path, .read_only = true});
    REQUIRE(db);
    return store::first(
               **db, [](store::Statement& row) { return row.integer(0); }, "SELECT count(*) FROM note")
        ->value();
  }
};

TEST_CASE("what is answered is there for another connection to see") {
  World world;
  REQUIRE(world.insert(1).get());
  CHECK(world.count() == 1);
}

TEST_CASE("jobs that wait share a commit, and one that breaks a constraint is undone alone") {
  World world;
  auto release = world.hold();
  auto one = world.insert(1), twice = world.insert(1), two = world.insert(2);
  release.set_value();
  CHECK(one.get());
  CHECK(twice.get().error().fault == Fault::constraint);
  CHECK(two.get());
  CHECK(world.count() == 2);
}

TEST_CASE("a disk that fails at any write fails every job of that commit, and nothing of it stays") {
  int failures = 0;
  for (int nth = 1;; ++nth) {
    World world;
    auto release = world.hold();
    auto one = world.insert(1), two = world.insert(2);
    world.failing->failing.fail_at(nth, Fault::disk_full);
    release.set_value();
    const auto first = one.get(), second = two.get();
    if (!world.failing->failing.hit()) break;
    ++failures;
    const bool both = first && second, neither = !first && !second;
    CHECK((both || neither));
    CHECK(world.count() == (both ? 2 : 0));
    world.failing->failing.repair();
    if (neither) CHECK(world.insert(1).get());
  }
  CHECK(failures >= 5);
}

TEST_CASE("an end runs what waits") {
  World world;
  std::vector<std::future<store::Result<void>>> all;
  for (int id = 1; id <= 1000; ++id) all.push_back(world.insert(id));
  world.writer.reset();
  for (auto& one : all) CHECK(one.get());
  CHECK(world.count() == 1000);
}

}  // namespace
}  // namespace mingbai::server
