#include "web/screens/model/comparison_summary.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/web/screens/model/packs_in_hand.h"

namespace mingbai::screens {
namespace {

constexpr const char* summary = R"({"policies":[{"id":"zhongshan","version":"1","title":"甲"},{"id":"ninety","version":"1","title":"乙"}],
  "people":1000,"claims":2000,"seed":42,"basis":"assumed",
  "totals":[{"total":"100.00","eligible":"90.00","fund_pay":"60.00","major_illness_pay":"0.00","self_pay":"40.00"},
            {"total":"100.00","eligible":"90.00","fund_pay":"58.50","major_illness_pay":"0.00","self_pay":"41.50"}],
  "difference":{"fund_pay":"-1.50","self_pay":"1.50","major_illness_pay":"0.00"},
  "winners":{"people":3,"sum":"2.00"},"losers":{"people":5,"sum":"3.50"},"unchanged":{"people":992},
  "groups":[{"fact":"claim.care","key":"inpatient","label":"住院","people":8,"fund_pay":["60.00","58.50"],"self_pay":["40.00","41.50"],"winners":3,"losers":5}],
  "clauses":[{"document":"d","clause":"三","step":"ratio","label":"按比例","people":8,"difference":"1.50"}],
  "histogram":[{"from":null,"to":"-500.00","people":1},{"from":"-500.00","to":"0.00","people":2,"sum":"-2.00"},{"from":"0.00","to":"200.00","people":4},{"from":"200.00","to":null,"people":1}]})";

}  // namespace

TEST_CASE("a summary is told in sums a person reads") {
  const auto read = read_summary(summary, names(), zh);
  REQUIRE(read);
  CHECK(read->fund_difference == "1.50");
  CHECK(read->fund_sign == -1);
  CHECK(read->self_difference == "+1.50");
  CHECK(read->won == "2.00");
  CHECK(read->groupings.at(0).rows.at(0).difference == "−1.50");
  CHECK(read->clauses.at(0).difference == "+1.50");
}

TEST_CASE("a stretch of the histogram says who pays less and who more") {
  const auto read = read_summary(summary, names(), zh);
  REQUIRE(read->histogram.size() == 4);
  CHECK(read->histogram[0].label == "少付 500 以上");
  CHECK(read->histogram[1].label == "少付 500 以内");
  CHECK(read->histogram[2].label == "多付 200 以内");
  CHECK(read->histogram[3].label == "多付 200 以上");
  CHECK(read->histogram[1].sign == -1);
  CHECK(read->histogram[2].sign == 1);
  CHECK(read->histogram[1].amount == "2.00");
}

TEST_CASE("the tables come as a file a spreadsheet opens") {
  const std::string csv = to_csv(*read_summary(summary, names(), zh), zh);
  CHECK(csv.starts_with("\xEF\xBB\xBF"));
  CHECK(csv.find("\"住院\",\"8\",\"60.00\",\"58.50\",\"−1.50\",\"3\",\"5\"\r\n") != std::string::npos);
}

TEST_CASE("people are counted in groups of three digits") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1000000) == "1,000,000");
  CHECK(grouped(-52306) == "−52,306");
}

TEST_CASE("what is no summary is none") {
  CHECK_FALSE(read_summary("", names(), zh));
  CHECK_FALSE(read_summary("{}", names(), zh));
}

}  // namespace mingbai::screens
