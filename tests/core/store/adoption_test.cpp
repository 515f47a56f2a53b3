#include "core/store/adoption.h"

#include <catch2/catch_test_macros.hpp>

#include "core/store/audit.h"
#include "core/store/sweep.h"
#include "generated/policies_bundle.h"
#include "tests/core/store/fault_injecting_database.h"
#include "tests/core/store/server_world.h"

namespace mingbai::store {
namespace {

constexpr sync::Milliseconds then{1795258685000};  // 2026-11-21T10:58:05Z
constexpr sync::Milliseconds later = then + 86'400'000;

const policy::Library& library() {
  static const auto loaded = policy::Library::load(policies_bundle());
  REQUIRE(loaded);
  return *loaded;
}

// The identity number is invented; its check digit is right.
std::string payload(const std::string& category) {
  return R"({"policy":"zhongshan","insured":{"scheme":"employee_combined","enrolled":true,"region":"442000",
    "certificate":{"type":"identity_card","number":"11010519491231002X"}},"application":{"kind":"remote_care",
    "category":")" +
         category +
         R"(","care_region":"440100","channel":"online","documents":["identity_card","residence_proof"]}})";
}

// A database as the first release wrote it: three filings, one of them edited, one refused.
std::unique_ptr<Database> first_release(const TemporaryFolder& folder) {
  auto db = any_database(folder);
  REQUIRE(migrate(*db, server_migrations().first(1)) == 1);
  REQUIRE(db->execute("INSERT INTO account VALUES(1, 'anna', 'hash', 0); UPDATE counter SET sequence = 5"));
  struct Row {
    const char* id;
    int sequence;
    const char* filing;
    int base;
    const char* outcome;
    int version;
    const char* category;
  };
  constexpr Row rows[] = {{"e1", 1, "f1", 0, "received", 1, "retired_settled"},
                          {"e2", 2, "f2", 0, "received", 1, "emergency"},
                          {"e3", 3, "f1", 1, "received", 2, "retired_settled"},
                          {"e4", 4, "f3", 0, "refused", 1, "retired_settled"},
                          {"e5", 5, "f1", 1, "conflict", 2, "retired_settled"}};
  for (const Row& row : rows) {
    const std::string text = payload(row.category);
    const bool received = std::string_view(row.outcome) == "received";
    REQUIRE(run(*db, "INSERT INTO envelope VALUES(?, ?, 1, ?, ?, 'remote_care', '', ?, ?, ?, ?, ?, '[]', ?)",
                row.id, row.sequence, row.filing, row.base, text, sync::sha256_hex(text), row.outcome,
                row.version, received ? std::optional("ZS-" + std::string(row.id)) : std::nullopt,
                then + row.sequence));
  }
  REQUIRE(
      db->execute("INSERT INTO filing VALUES('f1', 1, 'remote_care', 'received', 2, 'e3', 3), "
                  "('f2', 1, 'remote_care', 'received', 1, 'e2', 2), "
                  "('f3', 1, 'remote_care', 'refused', 1, 'e4', 4)"));
  return db;
}

TEST_CASE("filings of the first schema keep everything and get the life their envelopes tell") {
  TemporaryFolder folder;
  auto db = first_release(folder);
  REQUIRE(migrate(*db, server_migrations()) == static_cast<int>(server_migrations().size()));
  CHECK(first(
            *db, [](Statement& row) { return row.integer(0); }, "SELECT count(*) FROM envelope") == 5);
  CHECK(adopt_earlier_filings(*db, 2) == 2);
  CHECK(adopt_earlier_filings(*db, 100) == 1);
  CHECK(adopt_earlier_filings(*db, 100) == 0);
  const auto edited = standing_of(*db, "f1")->value();
  CHECK(edited.events.size() == 2);
  CHECK(edited.life.stage == filing::Stage::submitted);
  CHECK(edited.life.since == then + 3);
  CHECK(edited.events.back().version == 2);
  CHECK(standing_of(*db, "f3")->value().life.stage == filing::Stage::refused);
  CHECK(verify_audit(*db)->broken.empty());
}

TEST_CASE("the first sweep judges adopted filings as of the day they were handed in") {
  TemporaryFolder folder;
  auto db = first_release(folder);
  REQUIRE(migrate(*db, server_migrations()));
  REQUIRE(adopt_earlier_filings(*db, 100));
  CHECK(anything_due(*db, Date{20000}) == true);
  CHECK(sweep(*db, library(), "secret", later, 100) == 1);
  const auto emergency = standing_of(*db, "f2")->value();
  CHECK(emergency.life.stage == filing::Stage::in_effect);
  CHECK(emergency.life.effective_from == *parse_date("2026-11-21"));
  CHECK(emergency.version == 2);
  CHECK(emergency.region == "442000");
  CHECK(emergency.person.size() == 64);
  const auto residence = standing_of(*db, "f1")->value();
  CHECK(residence.life.stage == filing::Stage::submitted);
  CHECK(residence.policy == "zhongshan");
  CHECK(residence.version == 2);
  CHECK(sweep(*db, library(), "secret", later, 100) == 0);
  CHECK(anything_due(*db, Date{30000}) == false);
  CHECK(verify_audit(*db)->broken.empty());
}

TEST_CASE("an edit that comes before the sweep finds its filing adopted") {
  TemporaryFolder folder;
  auto db = first_release(folder);
  REQUIRE(migrate(*db, server_migrations()));
  const sync::Envelope envelope{std::string(32, 'c'), "f1", 2, "remote_care", "", payload("retired_settled")};
  const auto judgement = filing::judge(library(), envelope, *parse_date("2026-11-22"));
  const auto result = take_in(*db, 1, envelope, judgement, later, "key");
  REQUIRE(result);
  CHECK(result->version == 3);
  const auto standing = standing_of(*db, "f1")->value();
  CHECK(standing.events.size() == 3);
  CHECK(standing.person == "key");
  CHECK(verify_audit(*db)->broken.empty());
}

TEST_CASE(
    "an upgrade that is cut off at any write leaves a whole schema, the first or a later one, and repair completes "
    "it") {
  for (int nth = 1;; ++nth) {
    TemporaryFolder folder;
    auto real = first_release(folder);
    FaultInjectingDatabase db(*real);
    db.fail_at(nth, nth % 2 ? Fault::disk_full : Fault::io_error);
    const auto done = migrate(db, server_migrations());
    if (!db.hit()) {
      REQUIRE(done);
      CHECK(nth > 3);
      break;
    }
    REQUIRE_FALSE(done);
    CHECK(*schema_number(*real) < static_cast<int>(server_migrations().size()));
    db.repair();
    CHECK(migrate(db, server_migrations()));
    CHECK(adopt_earlier_filings(db, 100) == 3);
  }
}

}  // namespace
}  // namespace mingbai::store
