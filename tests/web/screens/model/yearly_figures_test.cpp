#include "web/screens/model/yearly_figures.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/web/screens/model/packs_in_hand.h"

namespace mingbai::screens {
namespace {

constexpr const char* told = R"({"year": 2026, "institutions": [
  {"institution": "", "submitted": 9, "took_effect": 0, "refused": 0, "supplement_asked": 0, "late_entries": 0, "decided": 0, "days_to_decision": null},
  {"institution": "H00000000002", "submitted": 3, "took_effect": 2, "refused": 1, "supplement_asked": 1, "late_entries": 1, "decided": 3, "days_to_decision": 4},
  {"institution": "H00000000003", "submitted": 12, "took_effect": 0, "refused": 0, "supplement_asked": 0, "late_entries": 0, "decided": 1, "days_to_decision": 0},
  {"institution": "H00000000004", "submitted": 3, "took_effect": 0, "refused": 0, "supplement_asked": 0, "late_entries": 0, "decided": 0, "days_to_decision": null}]})";

}  // namespace

TEST_CASE("the institution with the most filings stands first, then by code, and what names none last") {
  const auto rows = yearly_figures(told, names(), zh);
  REQUIRE(rows);
  REQUIRE(rows->size() == 4);
  CHECK((*rows)[0].code == "H00000000003");
  CHECK((*rows)[1].code == "H00000000002");
  CHECK((*rows)[2].code == "H00000000004");
  CHECK((*rows)[3].code.empty());
  CHECK((*rows)[3].name == "没有写明机构");
  CHECK(yearly_figures(told, names(), en)->back().name == "No institution named");
}

TEST_CASE("an institution that no pack names is called by its code") {
  CHECK(yearly_figures(told, names(), zh)->front().name == "H00000000003");
}

TEST_CASE("no decision has no days, and a decision on the day of handing in has none to wait") {
  const auto rows = yearly_figures(told, names(), zh);
  CHECK((*rows)[0].days == "0");
  CHECK((*rows)[1].days == "4");
  CHECK((*rows)[2].days == "–");
}

TEST_CASE("the year comes as a table for a spreadsheet, with the code of each institution") {
  const std::string csv = yearly_csv(*yearly_figures(told, names(), zh), zh);
  CHECK(csv.find("\"机构\",\"机构编码\",\"收到\",\"生效\",\"未通过\",\"请补材料\",\"补录\",\"办结\",\"办结天数（中位数）\"\r\n") != csv.npos);
  CHECK(csv.find("\"H00000000002\",\"H00000000002\",\"3\",\"2\",\"1\",\"1\",\"1\",\"3\",\"4\"\r\n") != csv.npos);
}

TEST_CASE("a year of a problem or of nonsense is none, and one without filings is empty") {
  CHECK_FALSE(yearly_figures(R"({"type": "problem"})", names(), zh));
  CHECK_FALSE(yearly_figures("<html>", names(), zh));
  CHECK(yearly_figures(R"({"year": 2026, "institutions": []})", names(), zh)->empty());
  CHECK(yearly_figures(R"({"institutions": [7, null, {"institution": 3, "days_to_decision": "soon"}]})", names(), zh)->front().days == "–");
}

TEST_CASE("this year and the two before can be chosen") {
  CHECK(years_to_choose(day("2026-01-01")) == std::vector<std::string>{"2026", "2025", "2024"});
}

}  // namespace mingbai::screens
