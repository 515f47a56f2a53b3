#include "shell/database/dump.h"

#include <sstream>

#include "shell/database/catalogue.h"
#include "tests/core/store/fault_injecting_database.h"
#include "tests/core/store/server_world.h"

namespace mingbai::database {
namespace {

using store::Blob;
using store::Fault;
using store::ServerWorld;

const int last_schema = static_cast<int>(store::server_migrations().size());

std::string dump_of(store::Database& db) {
  std::string text;
  REQUIRE(dump(db, [&](const std::string& line) { return text += line + "\n", true; }));
  return text;
}

struct Filled : ServerWorld {
  Filled() {
    for (int at = 0; at < 20; ++at) push(at, 0, at % 3 != 0);
    std::string every;
    for (int byte = 0; byte < 256; ++byte) every += static_cast<char>(byte);
    REQUIRE(store::run(*db, "INSERT INTO attachment_content(sha256, bytes) VALUES('a', ?)", Blob{every}));
    REQUIRE(store::run(*db, "INSERT INTO attachment_content(sha256, bytes) VALUES('b', ?)", Blob{""}));
    REQUIRE(
        store::run(*db, "INSERT INTO secret(name, value) VALUES('zero', ?)", std::string_view("a\0b", 3)));
  }
};

TEST_CASE("every table has a primary key, and the first ones come before those that refer to them") {
  const auto tables = catalogue(last_schema);
  REQUIRE(tables);
  CHECK(tables->size() >= 16);
  CHECK(tables->front().name == "account");
  for (const Table& table : *tables) CHECK_FALSE(table.key.empty());
  CHECK(catalogue(1)->size() == 5);
}

TEST_CASE("a dump loads into a new store, which then gives the same dump") {
  Filled from;
  const std::string text = dump_of(*from.db);
  TemporaryFolder folder;
  auto to = store::any_database(folder);
  std::istringstream in(text);
  const auto state = load(*to, in);
  REQUIRE(state);
  CHECK(state->rows > 100);
  CHECK(dump_of(*to) == text);
  std::istringstream again(text);
  CHECK_FALSE(load(*to, again));
}

TEST_CASE("whatever is changed anywhere changes the state hash") {
  Filled world;
  const std::string before = dump_of(*world.db);
  for (const char* change :
       {"UPDATE account SET created_at_ms = created_at_ms + 1 WHERE id = 1",
        "UPDATE counter SET audit = audit + 1", "DELETE FROM attachment_content WHERE sha256 = 'b'",
        "UPDATE life SET effective_to = 1 WHERE by_agent = 0"}) {
    REQUIRE(world.db->execute(change));
    const std::string after = dump_of(*world.db);
    CHECK(after != before);
  }
}

TEST_CASE("a load that fails at any write leaves a store that takes the same dump afterwards") {
  Filled from;
  const std::string text = dump_of(*from.db);
  for (int nth = 1; nth < 400; nth += 1 + nth / 3) {
    TemporaryFolder folder;
    auto real = store::any_database(folder);
    store::FaultInjectingDatabase db(*real);
    db.fail_at(nth, Fault::disk_full);
    std::istringstream broken(text);
    const auto state = load(db, broken);
    if (!db.hit()) {
      CHECK(state);
      break;
    }
    REQUIRE_FALSE(state);
    db.repair();
    std::istringstream whole(text);
    REQUIRE(load(db, whole));
    CHECK(dump_of(db) == text);
  }
}

// Rows for the tables that each schema brought.
void fill(store::Database& db, int schema) {
  constexpr const char* rows[] = {
      "INSERT INTO account(id, login, password_hash, created_at_ms) VALUES(1, 'anna', 'h', 5), (2, '医保', "
      "'h', 6);"
      "INSERT INTO session(token_hash, account, created_at_ms, seen_at_ms) VALUES('t', 1, 7, 8);"
      "UPDATE counter SET sequence = 2;"
      "INSERT INTO envelope(id, sequence, account, filing, base_version, kind, created_at, payload, sha256, "
      "outcome, version, receipt, "
      "findings, decided_at_ms) VALUES('e1', 1, 1, 'f1', 0, 'remote_care', '', '{}', 'x', 'received', 1, "
      "'R1', '[]', 9), "
      "('e2', 2, 2, 'f2', 0, 'remote_care', '', '{}', 'x', 'refused', 1, NULL, '[]', 9);"
      "INSERT INTO filing(id, account, kind, state, version, envelope, sequence) VALUES('f1', 1, "
      "'remote_care', 'received', 1, 'e1', 1), "
      "('f2', 2, 'remote_care', 'refused', 1, 'e2', 2);",
      "INSERT INTO secret(name, value) VALUES('person', 's');"
      "INSERT INTO role(account, role, institution, region, diseases, granted_at_ms) VALUES(1, "
      "'agency_clerk', '', '442000', '', 1);"
      "INSERT INTO life(filing, stage, since_ms, role, submitted, rules, policy, region, institution, "
      "subject, by_agent, person) "
      "VALUES('f1', 'submitted', 1, 'insured', 1, '{}', 'zhongshan', '442000', '', '', 0, 'p');"
      "INSERT INTO event(filing, ordinal, sequence, version, id, type, at_ms, day, actor, role, institution, "
      "region, reasons, detail, "
      "envelope) VALUES('f1', 1, 1, 1, NULL, 'submitted', 1, 1, 1, 'insured', '', '', '[]', '{}', 'e1');"
      "INSERT INTO audit(sequence, at_ms, actor, role, action, filing, ordinal, digest, detail, hash) "
      "VALUES(1, 1, 1, 'insured', 'submitted', 'f1', 1, 'd', '', 'h'); UPDATE counter SET audit = 1, "
      "audit_hash = 'h';"
      "INSERT INTO binding_code(person, code_hash, tries, made_at_ms, made_by, role, relation) VALUES('p', "
      "'c', 0, 1, 1, 'agent', '子女');"
      "INSERT INTO binding(account, person, role, relation, until_day, bound_at_ms) VALUES(2, 'p', 'agent', "
      "'子女', 9, 1);"
      "INSERT INTO reveal(id, asked_by, asked_at_ms, filings, reason) VALUES('r', 1, 1, 'f1', 'why');",
      "INSERT INTO message(filing, ordinal, id, account, text, state, tries, due_at_ms) VALUES('f1', 1, 'm', "
      "1, '短信', 'waiting', 0, 1);",
      "INSERT INTO attachment(id, filing, account, document, name, bytes, sent_sha256, kept, media, sha256, "
      "at_ms) "
      "VALUES('a', 'f1', 1, 'identity_card', 'a.jpg', 3, 's', 1, 'image/jpeg', 'x', 1)",
  };
  for (int at = 0; at < schema && at < static_cast<int>(std::size(rows)); ++at) REQUIRE(db.execute(rows[at]));
  if (schema >= 4)
    REQUIRE(store::run(db, "INSERT INTO attachment_part(attachment, ordinal, bytes) VALUES('a', 1, ?)",
                       Blob{"\xFF\x01"}));
}

std::string columns_of(store::Database& db, int schema) {
  std::string text;
  REQUIRE(write_tables(db, schema, [&](const std::string& line) { return text += line + "\n", true; }));
  return text;
}

TEST_CASE("a store of every earlier schema is brought to the last one and keeps every value") {
  for (int schema = 1; schema < last_schema; ++schema) {
    INFO("from schema " << schema);
    TemporaryFolder folder;
    auto db = store::any_database(folder);
    REQUIRE(migrate(*db, store::server_migrations().first(static_cast<std::size_t>(schema))) == schema);
    fill(*db, schema);
    const std::string before = columns_of(*db, schema);
    REQUIRE(migrate(*db, store::server_migrations()) == last_schema);
    CHECK(columns_of(*db, schema) == before);
    CHECK_FALSE(columns_of(*db, last_schema).empty());
  }
}

TEST_CASE(
    "from every earlier schema, a disk that fails at any write leaves a whole schema, and repair completes "
    "it") {
  for (int schema = 0; schema < last_schema; ++schema) {
    for (int nth = 1;; ++nth) {
      INFO("from schema " << schema << ", write " << nth);
      TemporaryFolder folder;
      auto real = store::any_database(folder);
      REQUIRE(migrate(*real, store::server_migrations().first(static_cast<std::size_t>(schema))));
      fill(*real, schema);
      store::FaultInjectingDatabase db(*real);
      db.fail_at(nth, Fault::io_error);
      const auto done = migrate(db, store::server_migrations());
      if (!db.hit()) {
        CHECK(done);
        break;
      }
      REQUIRE_FALSE(done);
      const auto reached = store::schema_number(*real);
      REQUIRE(reached);
      CHECK(*reached >= schema);
      CHECK(*reached < last_schema);
      db.repair();
      CHECK(migrate(db, store::server_migrations()) == last_schema);
    }
  }
}

TEST_CASE("a dump of an earlier schema is loaded as it was and then brought forward") {
  TemporaryFolder folder, other;
  auto from = store::any_database(folder);
  REQUIRE(migrate(*from, store::server_migrations().first(1)));
  fill(*from, 1);
  const std::string text = dump_of(*from);
  auto to = store::any_database(other);
  std::istringstream in(text);
  const auto state = load(*to, in);
  REQUIRE(state);
  CHECK(state->schema == 1);
  CHECK(store::schema_number(*to) == last_schema);
  CHECK(columns_of(*to, 1) == text);
}

}  // namespace
}  // namespace mingbai::database
