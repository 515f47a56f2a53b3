#include "web/screens/model/review_answers.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/web/screens/model/packs_in_hand.h"
#include "web/screens/model/json_reading.h"

namespace mingbai::screens {

TEST_CASE("a drawn sample says out of how many, and its filings are those of the queue") {
  const auto sample = drawn_sample(R"({"seed": "2026-11", "share_bp": 500, "of": 40, "filings": [
    {"filing": "a1", "kind": "remote_care", "subject": "long_term_resident", "stage": "in_effect", "name": "张*兰", "verdict": "eligible"}]})", names(), zh);
  REQUIRE(sample);
  CHECK(sample->of == 40);
  REQUIRE(sample->filings.size() == 1);
  CHECK(sample->filings[0].stage_words == "已生效");
  CHECK_FALSE(drawn_sample(R"({"status": 403})", names(), zh));
}

TEST_CASE("each row of a batch is told with its outcome and every finding") {
  const auto batch = batch_outcome(R"({"results": [{"key": "ZS1", "outcome": "done", "findings": []},
    {"key": "ZS2", "outcome": "refused", "findings": [{"code": "x", "message": "还在等补件", "message_en": "Waits"}]},
    {"key": "ZS3", "outcome": "unknown", "findings": []}], "done": 1})", zh);
  REQUIRE(batch);
  CHECK(batch->done == 1);
  CHECK(batch->rows[0].done);
  CHECK(batch->rows[1].words.find("还在等补件") != std::string::npos);
  CHECK(batch->rows[2].words == "没有这份备案");
  CHECK(outcome_csv(*batch, zh).find("\"ZS3\",\"没有这份备案\"") != std::string::npos);
}

TEST_CASE("a one-time code is set in two groups, with its minutes and tries") {
  const auto code = one_time_code(R"({"code": "12345678", "valid_s": 900, "tries": 5})");
  REQUIRE(code);
  CHECK(code->code == "1234 5678");
  CHECK(code->minutes == 15);
  CHECK_FALSE(one_time_code(R"({"status": 422})"));
}

TEST_CASE("revealed numbers are read from one filing's answer and from that of many") {
  CHECK(revealed_numbers(R"({"filing": "a", "name": "示例", "certificate": {"type": "01", "number": "442000194405110244"}})").size() == 1);
  const auto many = revealed_numbers(R"({"certificates": [{"name": "甲", "certificate": {"number": "1"}}, {"name": "乙", "certificate": {"number": "2"}}]})");
  REQUIRE(many.size() == 2);
  CHECK(many[1].number == "2");
  CHECK(revealed_numbers("<html>").empty());
}

TEST_CASE("a question leaves out what was not said") {
  CHECK(code_question("442000194405110244", "", "", "") == R"({"certificate":"442000194405110244"})");
  CHECK(Json::parse(code_question("X", "agent", "child", "2027-01-01")).size() == 4);
  CHECK(reveal_question("核对", {}) == R"({"reason":"核对"})");
  CHECK(list(Json::parse(reveal_question("核对", {"a", "b"})), "filings").size() == 2);
}

}  // namespace mingbai::screens
