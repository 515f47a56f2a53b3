#include "core/sync/filing_copy.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "core/sync/sha256.h"

namespace mingbai::sync {
namespace {

Record record(std::int64_t sequence) {
  Record made;
  made.sequence = sequence;
  made.version = sequence;
  made.filing = std::string(32, 'f');
  made.kind = "remote_care";
  made.payload = "{\"edit\":" + std::to_string(sequence) + "}";
  made.events = {{"received", "2026-11-21T10:58:05Z"}};
  return made;
}

Queued entry() {
  Queued queued;
  queued.envelope = {.id = std::string(32, 'e'), .filing = std::string(32, 'f'), .kind = "remote_care", .payload = "{}"};
  queued.form = R"({"place":"广州"})";
  queued.saved_at = "2026-11-21T10:00:00Z";
  queued.queued_at = 1795258685000;
  return queued;
}

PushResult answer(Outcome outcome) {
  PushResult result;
  result.id = entry().envelope.id;
  result.outcome = outcome;
  result.version = 1;
  result.decided_at = "2026-11-21T11:00:00Z";
  result.findings = R"([{"code":"not_enrolled"}])";
  if (outcome == Outcome::received) result.receipt = Receipt{"ZS261121-00001", 4, "2026-11-21T10:59:00Z", sha256_hex("{}")};
  return result;
}

}  // namespace

TEST_CASE("records that arrive in any order, and more than once, leave the same copy") {
  std::vector<Record> records = {record(1), record(2), record(3), record(4), record(5)};
  do {
    std::optional<FilingCopy> held;
    for (const auto& each : records) held = merge(held, each);
    for (const auto& each : records) held = merge(held, each);
    REQUIRE(held->server == record(5));
  } while (std::next_permutation(records.begin(), records.end(),
                                 [](const Record& a, const Record& b) { return a.sequence < b.sequence; }));
}

TEST_CASE("what only the device knows survives the server's word") {
  const auto sent = settled({}, entry(), answer(Outcome::received));
  const auto pulled = merge(sent, record(4));
  CHECK(pulled.form == entry().form);
  CHECK(pulled.device == std::vector<Event>{{"saved", "2026-11-21T10:00:00Z"}, {"queued", "2026-11-21T10:58:05Z"}});
  CHECK(pulled.server == record(4));
}

TEST_CASE("a receipt makes the entry a received filing") {
  const auto copy = settled({}, entry(), answer(Outcome::received));
  CHECK(copy.server.state == FilingState::received);
  CHECK(copy.server.sequence == 4);
  CHECK(copy.server.receipt->number == "ZS261121-00001");
  CHECK(copy.server.events == std::vector<Event>{{"received", "2026-11-21T10:59:00Z"}});
}

TEST_CASE("a refusal keeps all findings and gives way to any record that is pulled") {
  const auto copy = settled({}, entry(), answer(Outcome::refused));
  CHECK(copy.server.state == FilingState::refused);
  CHECK(copy.server.findings == R"([{"code":"not_enrolled"}])");
  CHECK_FALSE(copy.server.receipt);
  CHECK(merge(copy, record(1)).server == record(1));
}

TEST_CASE("an answer that comes after a newer record does not undo it") {
  const auto newer = merge({}, record(9));
  CHECK(settled(newer, entry(), answer(Outcome::received)).server == record(9));
}

TEST_CASE("a filing made on another device has no form here") {
  const auto copy = merge({}, record(3));
  CHECK(copy.form.empty());
  CHECK(copy.device.empty());
}

}  // namespace mingbai::sync
