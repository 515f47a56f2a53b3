#include "core/store/accounts.h"

#include <catch2/catch_test_macros.hpp>

#include "core/store/server_schema.h"
#include "core/store/sessions.h"
#include "tests/shell/database/any_database.h"

namespace mingbai::store {
namespace {

constexpr sync::Milliseconds now{1795258685000};

std::unique_ptr<Database> open(const TemporaryFolder& folder) {
  auto db = any_database(folder);
  REQUIRE(migrate(*db, server_migrations()));
  return db;
}

TEST_CASE("a login is given once") {
  TemporaryFolder folder;
  auto db = open(folder);
  CHECK(add_account(*db, "参保人甲", "hash", now)->has_value());
  CHECK_FALSE(add_account(*db, "参保人甲", "other", now)->has_value());
  CHECK(find_account(*db, "参保人甲")->value().password_hash == "hash");
  CHECK_FALSE(find_account(*db, "nobody")->has_value());
  CHECK(list_accounts(*db)->size() == 1);
}

TEST_CASE("a session ends after a week unused and after thirty days in any case") {
  TemporaryFolder folder;
  auto db = open(folder);
  const auto id = add_account(*db, "anna", "hash", now)->value();
  REQUIRE(open_session(*db, "token", id, now));
  CHECK(session_owner(*db, "token", now)->value().login == "anna");
  CHECK_FALSE(session_owner(*db, "other", now)->has_value());
  CHECK(session_owner(*db, "token", now + (session_idle_ms - 1))->has_value());
  CHECK_FALSE(session_owner(*db, "token", now + session_idle_ms)->has_value());

  for (std::int64_t at = 0; at < session_absolute_ms; at += session_idle_ms / 2) {
    REQUIRE(session_owner(*db, "token", now + at)->has_value());
    REQUIRE(touch_session(*db, "token", now + at));
  }
  CHECK_FALSE(session_owner(*db, "token", now + session_absolute_ms)->has_value());
  REQUIRE(forget_ended_sessions(*db, now + session_absolute_ms));
  CHECK_FALSE(session_owner(*db, "token", now)->has_value());
}

TEST_CASE("last use is written again only when it is ten minutes old") {
  TemporaryFolder folder;
  auto db = open(folder);
  REQUIRE(open_session(*db, "token", add_account(*db, "anna", "hash", now)->value(), now));
  CHECK_FALSE(session_owner(*db, "token", now + session_touch_ms)->value().touch_due);
  CHECK(session_owner(*db, "token", now + (session_touch_ms + 1))->value().touch_due);
}

TEST_CASE("logout and a new password end sessions") {
  TemporaryFolder folder;
  auto db = open(folder);
  const auto id = add_account(*db, "anna", "hash", now)->value();
  REQUIRE(open_session(*db, "one", id, now));
  REQUIRE(open_session(*db, "two", id, now));
  REQUIRE(close_session(*db, "one"));
  CHECK_FALSE(session_owner(*db, "one", now)->has_value());
  CHECK(session_owner(*db, "two", now)->has_value());
  CHECK(set_password(*db, "anna", "new") == true);
  CHECK_FALSE(session_owner(*db, "two", now)->has_value());
  CHECK(set_password(*db, "nobody", "new") == false);
}

}  // namespace
}  // namespace mingbai::store
