#pragma once
// A server's database with two accounts, and filings pushed into it without the network, for tests.

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "core/store/accounts.h"
#include "core/store/filing_intake.h"
#include "core/store/query.h"
#include "core/store/server_schema.h"
#include "core/sync/sha256.h"
#include "tests/shell/database/any_database.h"

namespace mingbai::store {

struct ServerWorld {
  static constexpr sync::Milliseconds now{1795258685000};  // 2026-11-21T10:58:05Z

  TemporaryFolder folder;
  std::unique_ptr<Database> db;
  std::int64_t anna = 0, bert = 0;

  ServerWorld() {
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

  static std::string numbered(char letter, int number) {
    std::string digits = std::to_string(number);
    return std::string(32 - digits.size(), letter) + digits;
  }
  static std::string filing(int number) { return numbered('f', number); }
  static std::string envelope_id(int number, std::int64_t base) {
    return numbered(base == 0 ? 'a' : 'b', number * 10 + static_cast<int>(base));
  }

  // One sending of anna's, judged as told.
  sync::PushResult push(int number, std::int64_t base, bool received) {
    const sync::Envelope envelope{envelope_id(number, base), filing(number), base, "remote_care", "", "{}"};
    mingbai::filing::Judgement judgement{received, "zhongshan", sync::sha256_hex(envelope.payload),
                                         received ? "[]" : R"([{"code":"care_region"}])"};
    judgement.rules.kind = envelope.kind;
    judgement.matter.policy = "zhongshan";
    judgement.matter.region = "442000";
    auto result = take_in(*db, anna, envelope, judgement, now);
    REQUIRE(result);
    return *result;
  }
};

}  // namespace mingbai::store
