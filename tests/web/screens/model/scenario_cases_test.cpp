#include "web/screens/model/scenario_cases.h"

#include <catch2/catch_test_macros.hpp>

#include "core/contract/cases.h"
#include "tests/web/screens/model/packs_in_hand.h"
#include "web/screens/model/calculator_answer.h"

namespace mingbai::screens {

TEST_CASE("red cases stand before green ones") {
  const auto rows = read_cases(R"({"event":"cases","cases":[
    {"file":"a","name":{"zh":"绿","en":"green"},"passed":true,"requirement":["R001","R002"]},
    {"file":"b","name":"red","passed":false,"differences":["self_pay: expected \"1.00\", found \"2.00\""]}]})");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].name.zh == "red");
  CHECK(rows[0].differences[0].where == "self_pay");
  CHECK(rows[0].differences[0].expected == "1.00");
  CHECK(rows[0].differences[0].found == "2.00");
  CHECK(rows[1].requirements == "R001 R002");
  CHECK(rows[1].name.in(Language::zh) == "绿");
  CHECK(rows[1].name.in(Language::en) == "green");
}

TEST_CASE("what cannot be taken apart is told as it is") {
  const CaseDifference difference = read_difference("a case needs name, command, input and expect");
  CHECK(difference.where.empty());
  CHECK(difference.found == "a case needs name, command, input and expect");
  CHECK(read_difference("findings: {\"code\":\"x\"} is not among []").expected == "{\"code\":\"x\"}");
}

TEST_CASE("a case written from the bill passes, and fails once something else is expected") {
  const Answer answer = calculator_answer(library(), editions(), names(), unfiled_bill(), zh);
  CaseDraft draft = draft_from_bill(library(), answer.message);
  CHECK_FALSE(write_case(draft, zh).name_fault.empty());
  draft.name = "An unfiled stay in Guangzhou";
  draft.requirements = "R067, R068";
  const WrittenCase written = write_case(draft, zh);
  CHECK(written.file_name == "settle-an-unfiled-stay-in-guangzhou.json");
  const auto result = contract::run_case(library(), written.text);
  CHECK(result.passed());
  CHECK(result.requirements == std::vector<std::string>{"R067", "R068"});
  const std::size_t at = draft.expect.find("20250.00");
  REQUIRE(at != std::string::npos);
  draft.expect.replace(at, 8, "1.00");
  CHECK_FALSE(contract::run_case(library(), write_case(draft, zh).text).passed());
}

TEST_CASE("a case written like another holds the same, and broken JSON is told at its field") {
  const CaseDraft draft = draft_from_case(R"({"name":"n","requirement":["R1"],"command":"check","input":{"policy":"zhongshan"},"expect":{"verdict":"eligible"}})");
  CHECK(draft.command == "check");
  CHECK(draft_from_case(write_case(draft, zh).text).input == draft.input);
  const char* both = R"({"name":{"zh":"在家","en":"at home"},"command":"settle","input":{},"expect":{}})";
  CHECK(draft_from_case(both).name == "在家");
  CHECK(draft_from_case(both, Language::en).name == "at home");
  CaseDraft broken = draft;
  broken.input = "{";
  CHECK_FALSE(write_case(broken, zh).input_fault.empty());
  CHECK(write_case(broken, zh).text.empty());
}

TEST_CASE("a filter holds all it is asked") {
  CaseRow row{"zhongshan/cases/good/x.json", {"住院", "a stay"}, "zhongshan", "settle", "R067", true, {}};
  CHECK(shown(row, {}));
  CHECK(shown(row, {.policy = "zhongshan", .words = "R067", .state = "passed"}));
  CHECK(shown(row, {.words = "住院"}));
  CHECK(shown(row, {.words = "a stay"}));
  CHECK_FALSE(shown(row, {.words = "门诊"}));
  CHECK_FALSE(shown(row, {.state = "failed"}));
  CHECK_FALSE(shown(row, {.state = "own"}));
  CHECK_FALSE(shown(row, {.policy = "tangshan"}));
}

TEST_CASE("what is kept comes back, and nothing of a list that is none") {
  CHECK(read_kept(write_kept({"a", "\"b\""})) == std::vector<std::string>{"a", "\"b\""});
  CHECK(read_kept("").empty());
  CHECK(read_kept("{]").empty());
  CHECK(write_kept({}).empty());
}

}  // namespace mingbai::screens
