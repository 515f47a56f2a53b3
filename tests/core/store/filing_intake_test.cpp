#include "core/store/filing_intake.h"

#include <catch2/catch_test_macros.hpp>
#include <cstdio>

#include "core/filing/receipt_number.h"
#include "core/store/accounts.h"
#include "core/store/audit.h"
#include "core/store/filings.h"
#include "core/store/query.h"
#include "core/store/server_schema.h"
#include "core/store/transaction.h"
#include "core/sync/sha256.h"
#include "tests/core/store/fault_injecting_database.h"
#include "tests/shell/database/any_database.h"

namespace mingbai::store {
namespace {

using filing::Judgement;
using sync::Envelope;
using sync::Outcome;
using sync::PushResult;

constexpr sync::Milliseconds now{1795258685000};  // 2026-11-21T10:58:05Z

struct World {
  TemporaryFolder folder;
  std::unique_ptr<Database> db;
  std::int64_t anna = 0, bert = 0;

  World() {
    db = any_database(folder);
    REQUIRE(migrate(*db, server_migrations()));
    anna = add_account(*db, "anna", "hash", now)->value();
    bert = add_account(*db, "bert", "hash", now)->value();
  }
  std::int64_t count(std::string_view table) {
    return first(
               *db, [](Statement& row) { return row.integer(0); },
               "SELECT count(*) FROM " + std::string(table))
        ->value();
  }
};

Envelope envelope(char id, char filing, std::int64_t base = 0, std::string payload = "{}") {
  return {std::string(32, id), std::string(32, filing), base, "remote_care", "2026-11-21T10:00:00Z", payload};
}

Judgement good(const Envelope& envelope) {
  return {true, "zhongshan", sync::sha256_hex(envelope.payload), "[]"};
}
Judgement bad(const Envelope& envelope) {
  return {false, "zhongshan", sync::sha256_hex(envelope.payload), R"([{"code":"care_region"}])"};
}

PushResult take(World& world, std::int64_t account, const Envelope& e, const Judgement& judgement) {
  auto result = take_in(*world.db, account, e, judgement, now);
  REQUIRE(result);
  return *result;
}

TEST_CASE("a good envelope gets a receipt and becomes version 1 of its filing") {
  World world;
  const auto e = envelope('a', '1');
  const auto result = take(world, world.anna, e, good(e));
  CHECK(result.outcome == Outcome::received);
  CHECK(result.version == 1);
  REQUIRE(result.receipt);
  CHECK(filing::is_receipt_number(result.receipt->number));
  CHECK(result.receipt->number.starts_with("ZS261121-"));
  CHECK(result.receipt->received_at == "2026-11-21T10:58:05Z");
  CHECK(result.receipt->sha256 == sync::sha256_hex("{}"));
}

TEST_CASE("the same envelope again gets the same answer and writes nothing") {
  World world;
  const auto e = envelope('a', '1');
  const auto r = envelope('b', '2');
  const auto once = take(world, world.anna, e, good(e));
  const auto refused = take(world, world.anna, r, bad(r));
  for (int time = 0; time < 20; ++time) {
    CHECK(take(world, world.anna, e, bad(e)) == once);
    CHECK(take(world, world.anna, r, good(r)) == refused);
  }
  CHECK(world.count("envelope") == 2);
  CHECK(first(
            *world.db, [](Statement& row) { return row.integer(0); }, "SELECT sequence FROM counter") == 2);
}

TEST_CASE("the same id with other content, another filing or another account is rejected as reused") {
  World world;
  const auto e = envelope('a', '1');
  take(world, world.anna, e, good(e));
  const auto other_payload = envelope('a', '1', 0, "{ }");
  const auto other_filing = envelope('a', '2');
  for (const auto& result :
       {take(world, world.anna, other_payload, good(other_payload)),
        take(world, world.anna, other_filing, good(other_filing)), take(world, world.bert, e, good(e))}) {
    CHECK(result.outcome == Outcome::rejected);
    CHECK(result.findings.find("envelope_reused") != std::string::npos);
    CHECK_FALSE(result.receipt);
  }
  CHECK(world.count("envelope") == 1);
  CHECK(world.count("audit WHERE action = 'envelope_reused'") == 3);
  CHECK(verify_audit(*world.db)->broken.empty());
}

TEST_CASE("a refused envelope is kept with its findings and can be corrected") {
  World world;
  const auto e = envelope('a', '1');
  const auto refused = take(world, world.anna, e, bad(e));
  CHECK(refused.outcome == Outcome::refused);
  CHECK(refused.version == 1);
  CHECK(refused.findings == R"([{"code":"care_region"}])");
  const auto corrected = envelope('b', '1', 1);
  CHECK(take(world, world.anna, corrected, good(corrected)).version == 2);
  const auto record = filing_record(*world.db, e.filing)->value();
  CHECK(record.state == sync::FilingState::received);
  CHECK(record.events.size() == 3);
  CHECK(record.sequence == 2);
}

TEST_CASE("a refused edit leaves a received filing received with its last good payload") {
  World world;
  const auto e = envelope('a', '1', 0, "{\"n\":1}");
  take(world, world.anna, e, good(e));
  const auto edit = envelope('b', '1', 1, "{\"n\":2}");
  CHECK(take(world, world.anna, edit, bad(edit)).outcome == Outcome::refused);
  const auto record = filing_record(*world.db, e.filing)->value();
  CHECK(record.state == sync::FilingState::received);
  CHECK(record.payload == "{\"n\":1}");
  CHECK(record.version == 2);
  REQUIRE(record.receipt);
}

TEST_CASE(
    "two devices that edit the same version: the second is told, both are kept, nothing is overwritten") {
  World world;
  const auto e = envelope('a', '1', 0, "{\"n\":1}");
  const auto first_edit = envelope('b', '1', 1, "{\"n\":2}");
  const auto second_edit = envelope('c', '1', 1, "{\"n\":3}");
  take(world, world.anna, e, good(e));
  take(world, world.anna, first_edit, good(first_edit));
  const auto result = take(world, world.anna, second_edit, good(second_edit));
  CHECK(result.outcome == Outcome::conflict);
  REQUIRE(result.current);
  CHECK(result.current->payload == "{\"n\":2}");
  CHECK(world.count("envelope") == 3);
  CHECK(take(world, world.anna, second_edit, good(second_edit)) == result);
}

TEST_CASE("an edit that arrives before the one it builds on is not lost and not kept: it is sent again") {
  World world;
  const auto e = envelope('a', '1');
  const auto edit = envelope('b', '1', 1);
  const auto early = take(world, world.anna, edit, good(edit));
  CHECK(early.outcome == Outcome::rejected);
  CHECK(early.findings.find("version_ahead") != std::string::npos);
  CHECK(world.count("envelope") == 0);
  take(world, world.anna, e, good(e));
  CHECK(take(world, world.anna, edit, good(edit)).outcome == Outcome::received);
}

TEST_CASE("a filing of another account cannot be edited and is not shown") {
  World world;
  const auto e = envelope('a', '1');
  take(world, world.anna, e, good(e));
  const auto foreign = envelope('b', '1', 1);
  const auto result = take(world, world.bert, foreign, good(foreign));
  CHECK(result.outcome == Outcome::rejected);
  CHECK(result.findings.find("filing_unknown") != std::string::npos);
  CHECK_FALSE(result.current);
  CHECK(changed_filings(*world.db, world.bert, 0, 100)->records.empty());
}

TEST_CASE("a pull gives each changed filing once, in order, page by page") {
  World world;
  for (char id = 'a'; id <= 'e'; ++id) {
    const auto e = envelope(id, id);
    take(world, world.anna, e, good(e));
  }
  const auto edit = envelope('0', 'a', 1);
  take(world, world.anna, edit, good(edit));
  auto page = *changed_filings(*world.db, world.anna, 0, 2);
  std::vector<std::int64_t> seen;
  for (int pages = 0; pages < 9; ++pages) {
    for (const auto& record : page.records) seen.push_back(record.sequence);
    if (!page.more) break;
    page = *changed_filings(*world.db, world.anna, page.next, 2);
  }
  CHECK(seen == std::vector<std::int64_t>{2, 3, 4, 5, 6});
  CHECK(page.next == 6);
  CHECK(changed_filings(*world.db, world.anna, 6, 2)->next == 6);
}

TEST_CASE("a page of a pull ends before it grows past a mebibyte, and always has a record") {
  World world;
  for (char id = 'a'; id <= 'c'; ++id) {
    const auto e = envelope(id, id, 0, std::string(600'000, ' '));
    take(world, world.anna, e, good(e));
  }
  for (std::int64_t after = 0; after < 3; ++after) {
    const auto page = *changed_filings(*world.db, world.anna, after, 100);
    CHECK(page.records.size() == 1);
    CHECK(page.next == after + 1);
    CHECK(page.more == (after < 2));
  }
}

TEST_CASE("the operator finds a filing by its number, its envelope and itself") {
  World world;
  const auto e = envelope('a', '1');
  const auto number = take(world, world.anna, e, good(e)).receipt->number;
  for (const std::string& key : {number, e.id, e.filing})
    CHECK(find_filing(*world.db, key)->value().login == "anna");
  CHECK_FALSE(find_filing(*world.db, "ZS261121-XXXX0")->has_value());
}

TEST_CASE(
    "a disk that fails at any write of an intake leaves nothing half done, and a retry after repair "
    "succeeds") {
  const Fault faults[] = {Fault::disk_full, Fault::io_error, Fault::busy};
  int failures = 0;
  for (int nth = 1;; ++nth) {
    World world;
    const auto e = envelope('a', '1');
    FaultInjectingDatabase failing(*world.db);
    failing.fail_at(nth, faults[nth % 3]);
    const auto push = [&]() -> Result<PushResult> {
      auto transaction = Transaction::begin(failing);
      if (!transaction) return std::unexpected(transaction.error());
      auto result = take_in(failing, world.anna, e, good(e), now);
      if (!result) return result;
      if (auto committed = transaction->commit(); !committed) return std::unexpected(committed.error());
      return result;
    };
    const auto result = push();
    if (!failing.hit()) break;
    ++failures;
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == faults[nth % 3]);
    CHECK(world.count("envelope") == 0);
    CHECK(world.count("filing") == 0);
    failing.repair();
    const auto again = push();
    REQUIRE(again);
    CHECK(again->receipt->sequence == 1);
  }
  std::printf("figure T3: %d writes of an intake that fail in three ways: a typed error each, nothing half, received after repair\n",
              failures);
  CHECK(failures == 10);  // begin, counter, envelope, filing, event, audit (3), life, commit
}

}  // namespace
}  // namespace mingbai::store
