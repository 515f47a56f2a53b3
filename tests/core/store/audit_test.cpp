#include "core/store/audit.h"

#include <catch2/catch_test_macros.hpp>
#include <cstdio>

#include "core/store/filing_intake.h"
#include "core/store/role_grants.h"
#include "tests/core/contract/mutation.h"
#include "tests/core/store/server_world.h"

namespace mingbai::store {
namespace {

std::vector<BrokenRecord> broken(ServerWorld& world) {
  auto report = verify_audit(*world.db);
  REQUIRE(report);
  return report->broken;
}

// A log of 40 filings, each with an edit.
void fill(ServerWorld& world) {
  for (int at = 0; at < 40; ++at) {
    world.push(at, 0, true);
    world.push(at, 1, at % 3 != 0);
  }
}

TEST_CASE("a log as it was written has nothing broken, and one entry for each event") {
  ServerWorld world;
  fill(world);
  const auto report = verify_audit(*world.db);
  REQUIRE(report);
  CHECK(report->broken.empty());
  CHECK(report->entries == world.count("event"));
  CHECK(report->events == 80);
  CHECK(report->head.size() == 64);
}

TEST_CASE("whatever field of whatever entry is changed, that entry is named") {
  ServerWorld world;
  fill(world);
  const char* changes[] = {"at_ms = at_ms + 1",
                           "actor = 99",
                           "role = 'auditor'",
                           "action = 'confirmed'",
                           "filing = 'f' || filing",
                           "ordinal = 9",
                           "digest = 'x'",
                           "detail = 'x'",
                           "hash = substr(hash, 2) || '0'"};
  int at = 0;
  for (const char* change : changes) {
    for (const std::int64_t sequence : {1, 17, 64, 79}) {
      ++at;
      INFO(change << " of " << sequence);
      REQUIRE(world.db->execute("BEGIN IMMEDIATE"));
      REQUIRE(run(*world.db, std::string("UPDATE audit SET ") + change + " WHERE sequence = ?", sequence));
      const auto found = broken(world);
      REQUIRE_FALSE(found.empty());
      CHECK(found.front() == BrokenRecord{"audit", std::to_string(sequence), "changed"});
      REQUIRE(world.db->execute("ROLLBACK"));
    }
  }
  CHECK(broken(world).empty());
}

TEST_CASE("a deleted entry is named, the last one too") {
  ServerWorld world;
  fill(world);
  for (const std::int64_t sequence : {1, 40, 80}) {
    REQUIRE(world.db->execute("BEGIN IMMEDIATE"));
    REQUIRE(run(*world.db, "DELETE FROM audit WHERE sequence = ?", sequence));
    const auto found = broken(world);
    REQUIRE_FALSE(found.empty());
    CHECK(found.front() == BrokenRecord{"audit", std::to_string(sequence), "missing"});
    REQUIRE(world.db->execute("ROLLBACK"));
  }
}

TEST_CASE("an inserted entry is named, also at the end") {
  ServerWorld world;
  fill(world);
  REQUIRE(run(*world.db,
              "INSERT INTO audit SELECT 81, at_ms, actor, role, action, '', 0, '', '', hash FROM audit WHERE "
              "sequence = 80"));
  const auto found = broken(world);
  REQUIRE_FALSE(found.empty());
  CHECK(found.front().table == "audit");
  CHECK(found.front().key == "81");
}

TEST_CASE("an event that is changed, deleted or added is named, and so are envelope, life and filing") {
  ServerWorld world;
  fill(world);
  const std::string id = ServerWorld::filing(7);
  struct Tampering {
    std::string sql;
    BrokenRecord named;
  };
  const Tampering tamperings[] = {
      {"UPDATE event SET day = day - 1 WHERE ordinal = 2 AND filing = ?1", {"event", id + "/2", "changed"}},
      {"UPDATE event SET reasons = '[{}]' WHERE ordinal = 1 AND filing = ?1",
       {"event", id + "/1", "changed"}},
      {"UPDATE event SET actor = 2 WHERE ordinal = 1 AND filing = ?1", {"event", id + "/1", "changed"}},
      {"DELETE FROM event WHERE ordinal = 2 AND filing = ?1", {"event", id + "/2", "missing"}},
      {"INSERT INTO event SELECT filing, 3, sequence, version, NULL, 'took_effect', at_ms, day, 0, 'system', "
       "'', '', "
       "'[]', '{}', NULL FROM event WHERE ordinal = 2 AND filing = ?1",
       {"event", id + "/3", "inserted"}},
      {"UPDATE life SET stage = 'in_effect' WHERE filing = ?1", {"life", id, "changed"}},
      {"UPDATE life SET effective_to = 99999 WHERE filing = ?1", {"life", id, "changed"}},
      {"UPDATE filing SET version = 9 WHERE id = ?1", {"filing", id, "changed"}},
      {"UPDATE envelope SET payload = '{\"x\":1}' WHERE base_version = 0 AND filing = ?1",
       {"envelope", ServerWorld::envelope_id(7, 0), "changed"}},
  };
  for (const auto& [sql, named] : tamperings) {
    INFO(sql);
    REQUIRE(world.db->execute("BEGIN IMMEDIATE"));
    REQUIRE(run(*world.db, sql, id));
    const auto found = broken(world);
    REQUIRE(found.size() == 1);
    CHECK(found.front() == named);
    REQUIRE(world.db->execute("ROLLBACK"));
  }
}

TEST_CASE("an envelope that nobody decided is named") {
  ServerWorld world;
  fill(world);
  REQUIRE(run(
      *world.db,
      "INSERT INTO envelope SELECT 'forged', 100000, account, filing, 0, kind, created_at, payload, sha256, "
      "'refused', 2, NULL, '[]', decided_at_ms FROM envelope WHERE filing = ? AND base_version = 0",
      ServerWorld::filing(3)));
  CHECK(broken(world) == std::vector<BrokenRecord>{{"envelope", "forged", "inserted"}});
}

TEST_CASE("a row of the log taken at random is changed, deleted or added: the verifier names it each time") {
  ServerWorld world;
  fill(world);
  const int trials = test::trials(60, 1000);
  std::uint32_t seed = 20261122;
  const auto drawn = [&](std::uint32_t below) {
    seed = seed * 1664525 + 1013904223;
    return (seed >> 8) % below;
  };
  for (int trial = 0; trial < trials; ++trial) {
    const std::int64_t sequence = 1 + drawn(80);
    const auto way = drawn(4);
    INFO("way " << way << " of " << sequence);
    REQUIRE(world.db->execute("BEGIN IMMEDIATE"));
    BrokenRecord named{"audit", std::to_string(sequence), way == 0 ? "changed" : "missing"};
    if (way == 0) {
      REQUIRE(
          run(*world.db, "UPDATE audit SET at_ms = at_ms + ? WHERE sequence = ?", 1 + drawn(1000), sequence));
    } else if (way == 1) {
      REQUIRE(run(*world.db, "DELETE FROM audit WHERE sequence = ?", sequence));
    } else if (way == 2) {
      const std::string id = ServerWorld::filing(static_cast<int>(sequence) / 2);
      const std::int64_t ordinal = 1 + drawn(2);
      REQUIRE(
          run(*world.db, "UPDATE event SET at_ms = at_ms + 1 WHERE filing = ? AND ordinal = ?", id, ordinal));
      named = {"event", id + "/" + std::to_string(ordinal), "changed"};
      if (sequence / 2 == 40) named.table.clear();
    } else {
      REQUIRE(run(*world.db,
                  "INSERT INTO audit SELECT 81, at_ms, actor, role, action, '', 0, '', '', hash FROM audit "
                  "WHERE sequence = ?",
                  sequence));
      named = {"audit", "81", "changed"};
    }
    const auto found = broken(world);
    if (!named.table.empty()) {
      REQUIRE_FALSE(found.empty());
      CHECK(found.front() == named);
    }
    REQUIRE(world.db->execute("ROLLBACK"));
  }
  std::printf("figure T24: %d rows taken at random, changed, deleted or added: the verifier named each\n", trials);
}

TEST_CASE("roles that are granted and revoked stand in the log") {
  ServerWorld world;
  const RoleGrant clerk{
      .role = filing::Role::agency_clerk, .institution = "", .region = "442000", .diseases = {}};
  REQUIRE(grant_role(*world.db, world.anna, clerk, operator_actor, 5));
  const RoleGrant reviewer{.role = filing::Role::institution_reviewer,
                           .institution = "H44200100026",
                           .region = "",
                           .diseases = {"M03900", "M00500"}};
  REQUIRE(grant_role(*world.db, world.anna, reviewer, operator_actor, 6));
  const auto held = roles_of(*world.db, world.anna);
  REQUIRE(held);
  REQUIRE(held->size() == 2);
  CHECK(held->at(1).diseases == reviewer.diseases);
  CHECK(revoke_role(*world.db, world.anna, filing::Role::agency_clerk, operator_actor, 7) == 1);
  CHECK(revoke_role(*world.db, world.anna, filing::Role::agency_clerk, operator_actor, 8) == 0);
  CHECK(roles_of(*world.db, world.anna)->size() == 1);
  CHECK(world.count("audit") == 3);
  CHECK(broken(world).empty());
}

TEST_CASE("the database's secret is drawn once") {
  ServerWorld world;
  CHECK(database_secret(*world.db, "first") == "first");
  CHECK(database_secret(*world.db, "second") == "first");
}

}  // namespace
}  // namespace mingbai::store
