// What an earlier version of the program left on a device is delivered by this one.

#include <catch2/catch_test_macros.hpp>
#include <cstdio>

#include "core/store/device_schema.h"
#include "tests/web/worker/device.h"
#include "tests/web/worker/server_in_memory.h"

namespace mingbai::worker {
namespace {

using nlohmann::json;

// As the version with the first `count` migrations wrote it: somebody logged in, one filing that waits, one that the server
// has, one draft.
void write_as_version(store::Database& db, std::size_t count) {
  REQUIRE(store::migrate(db, store::device_migrations().first(count)));
  const std::string rows = R"(
    INSERT INTO setting VALUES('account', 'zhang.test');
    INSERT INTO draft(id, account, kind, form, updated_at_ms) VALUES(')" + id_of(1) + R"(', 'zhang.test', 'remote_care', '{"text":"begun"}', 1795158685000);
    INSERT INTO outbox(id, account, filing, base_version, kind, form, payload, saved_at, created_at, queued_at_ms)
      VALUES(')" + id_of(2) + "', 'zhang.test', '" + id_of(3) + R"(', 0, 'remote_care', '{"text":"waits"}', '{"policy":"p"}', '2026-11-20T10:00:00Z', '2026-11-20T10:00:00Z', 1795158685000);
    INSERT INTO filing(account, filing, sequence, version, kind, state, envelope, payload, receipt_number, receipt_sequence, receipt_at, receipt_sha256, findings, form)
      VALUES('zhang.test', ')" + id_of(4) + "', 1, 1, 'remote_care', 'received', '" + id_of(5) + R"(', '{"policy":"p"}', 'ZS261119-00001', 1, '2026-11-19T10:00:00Z', '', '[]', '{}');
    INSERT INTO filing_event(account, filing, place, on_device, type, at) VALUES('zhang.test', ')" + id_of(4) + R"(', 0, 0, 'received', '2026-11-19T10:00:00Z');)";
  REQUIRE(db.execute(rows));
}

void deliver(Device& device, ServerInMemory& server) {
  for (int turn = 0; turn < 40; ++turn) {
    if (device.requests.empty()) device.advance(60'000);
    while (!device.requests.empty()) device.hear(device.requests.front().number, server.answer(device.requests.front().question));
  }
}

}  // namespace

TEST_CASE("whatever an earlier version left waiting is delivered once, and its draft and receipts are there") {
  const std::size_t versions = store::device_migrations().size();
  for (std::size_t count = 1; count <= versions; ++count) {
    INFO("version " << count);
    Device device(count, "opfs", [&](store::Database& db) { write_as_version(db, count); });
    ServerInMemory server;
    CHECK(device.queue() == 1);
    deliver(device, server);
    CHECK(device.queue() == 0);
    REQUIRE(server.taken.size() == 1);
    CHECK(server.taken.at(id_of(2)).payload == R"({"policy":"p"})");
    CHECK(device.filings() == 2);
    REQUIRE(device.drafts() == 1);
    CHECK(device.state["drafts"][0]["form"] == json{{"text", "begun"}});
  }
  std::printf("figure T11: a filing that waited, a receipt and a draft of each of %zu earlier versions: delivered once, all there\n", versions - 1);
}

TEST_CASE("a change of version that fails at any write leaves the old version with all its rows, and repair completes it") {
  const auto all = store::device_migrations();
  int failures = 0;
  for (std::size_t count = 1; count < all.size(); ++count) {
    for (int nth = 1;; ++nth) {
      auto real = std::move(*store::open_sqlite({.path = ":memory:"}));
      write_as_version(*real, count);
      store::FaultInjectingDatabase db(*real);
      db.fail_at(nth, nth % 2 ? store::Fault::disk_full : store::Fault::io_error);
      const auto done = store::prepare_device(db);
      if (!db.hit()) break;
      ++failures;
      REQUIRE_FALSE(done);
      CHECK(*store::schema_number(*real) == static_cast<int>(count));
      db.repair();
      REQUIRE(store::prepare_device(db));
      CHECK(*store::schema_number(*real) == static_cast<int>(all.size()));
      auto waiting = real->prepare("SELECT count(*) FROM outbox WHERE payload <> ''");
      REQUIRE((waiting && *(*waiting)->step()));
      CHECK((*waiting)->integer(0) == 1);
    }
  }
  CHECK(failures >= 6);
  std::printf("figure T11: %d failures at the writes of a change of version: the old version each time, whole, and the new one after repair\n", failures);
}

}  // namespace mingbai::worker
