#include "core/store/device_conflicts.h"

#include <catch2/catch_test_macros.hpp>

#include "core/store/device_drafts.h"
#include "core/store/device_schema.h"
#include "core/store/device_settings.h"
#include "core/store/query.h"
#include "core/store/sqlite_database.h"

namespace mingbai::store {
namespace {

std::unique_ptr<Database> device() {
  auto db = std::move(*open_sqlite({.path = ":memory:"}));
  REQUIRE(prepare_device(*db));
  return db;
}

Conflict conflict(char id, char filing, std::string account = "zhang") {
  return {.id = std::string(32, id),
          .account = std::move(account),
          .filing = std::string(32, filing),
          .base_version = 1,
          .kind = "remote_care",
          .form = R"({"place":"广州"})",
          .payload = R"({"policy":"p"})",
          .made_at = "2026-11-22T10:00:00Z",
          .found_at = 1795258685000};
}

}  // namespace

TEST_CASE("a conflict is kept whole, found by its filing, and gone once it is settled") {
  auto db = device();
  const auto kept = conflict('a', '1');
  REQUIRE(put_conflict(*db, kept));
  CHECK(**find_conflict(*db, kept.id) == kept);
  CHECK(**conflict_about(*db, "zhang", kept.filing) == kept);
  CHECK_FALSE(conflict_about(*db, "zhang", std::string(32, '2'))->has_value());
  CHECK_FALSE(*holds_nothing(*db));
  REQUIRE(delete_conflict(*db, kept.id));
  CHECK_FALSE(find_conflict(*db, kept.id)->has_value());
  CHECK(*holds_nothing(*db));
}

TEST_CASE("conflicts of one account are not another's, and go with its logout") {
  auto db = device();
  REQUIRE(put_conflict(*db, conflict('a', '1', "zhang")));
  REQUIRE(put_conflict(*db, conflict('b', '1', "li")));
  CHECK(conflicts_of(*db, "zhang")->size() == 1);
  CHECK_FALSE(conflict_about(*db, "wang", std::string(32, '1'))->has_value());
  REQUIRE(delete_conflicts_of(*db, "zhang"));
  CHECK(conflicts_of(*db, "zhang")->empty());
  CHECK(conflicts_of(*db, "li")->size() == 1);
}

TEST_CASE("a draft keeps the filing and version it was begun on, however often it is saved") {
  auto db = device();
  Draft draft{.id = std::string(32, 'd'), .account = "zhang", .kind = "remote_care", .form = "{}", .updated_at = 1, .filing = std::string(32, '1'), .base_version = 3};
  REQUIRE(save_draft(*db, draft));
  REQUIRE(save_draft(*db, {.id = draft.id, .account = "zhang", .kind = "remote_care", .form = R"({"more":1})", .updated_at = 2}));
  const auto found = **find_draft(*db, draft.id);
  CHECK(found.filing == draft.filing);
  CHECK(found.base_version == 3);
  CHECK(found.form == R"({"more":1})");
}

}  // namespace mingbai::store
