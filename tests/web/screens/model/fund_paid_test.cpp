#include "web/screens/model/fund_paid.h"

#include <catch2/catch_test_macros.hpp>

#include "core/contract/simulation.h"
#include "generated/policies_bundle.h"
#include "tests/web/screens/model/packs_in_hand.h"
#include "web/screens/model/json_reading.h"

namespace mingbai::screens {
namespace {

constexpr const char* summary = R"({"policies":[{"id":"zhongshan","version":"1","title":"甲"}],"people":3,"claims":4,"basis":"assumed",
  "totals":[{"total":"1000.00","eligible":"900.00","fund_pay":"600.00","major_illness_pay":"119.00","self_pay":"281.00","undetermined":1}],
  "groups":[{"fact":"claim.care","key":"inpatient","label":"住院","people":2,"claims":3,"total":"800.00","fund_pay":["600.00"],"self_pay":["81.00"]},
            {"fact":"claim.care","key":"outpatient","label":"门诊","people":1,"claims":1,"total":"200.00","fund_pay":["0.00"],"self_pay":["200.00"]},
            {"fact":"claim.provider.level","key":"3","label":"3","people":3,"claims":4,"total":"1000.00","fund_pay":["600.00"],"self_pay":["281.00"]}]})";

}  // namespace

TEST_CASE("the share covered is what people do not pay, of what was billed") {
  const auto paid = read_fund_paid(summary, names(), zh);
  REQUIRE(paid);
  CHECK(paid->share == "71.9%");
  CHECK(paid->fund == "600.00");
  CHECK(paid->major_illness == "119.00");
  CHECK(paid->undetermined == 1);
  REQUIRE(paid->groupings.size() == 2);
  CHECK(paid->groupings[0].rows[0].label == "住院");
  CHECK(paid->groupings[0].rows[0].claims == "3");
  CHECK(paid->groupings[0].rows[0].share == "89.9%");  // 719.00 of 800.00: 89.875 %
  CHECK(paid->groupings[0].rows[1].share == "0%");
  CHECK(paid->groupings[1].rows[0].label == "三级");
}

TEST_CASE("without a bill there is no share, and what is no summary is none") {
  const auto none = read_fund_paid(R"({"claims":0,"totals":[{"total":"0.00","fund_pay":"0.00","self_pay":"0.00"}],"groups":[]})", names(), zh);
  REQUIRE(none);
  CHECK(none->share == "–");
  CHECK_FALSE(read_fund_paid("", names(), zh));
  CHECK_FALSE(read_fund_paid("[]", names(), zh));
  CHECK_FALSE(read_fund_paid(R"({"totals":[]})", names(), zh));
}

TEST_CASE("each grouping comes as a table for a spreadsheet") {
  const auto paid = read_fund_paid(summary, names(), zh);
  CHECK(fund_csv(paid->groupings[0], zh).find("\"住院\",\"3\",\"800.00\",\"600.00\",\"89.9%\"\r\n") != std::string::npos);
}

TEST_CASE("the sample of a list is one that can be settled") {
  Json request = {{"policies", {"zhongshan"}}, {"statuses", {"in_force", "assumed"}}, {"claims", fund_sample()}};
  for (const std::string_view fact : fund_groups) request["groups"].push_back(fact);
  auto job = contract::open_simulation(library(), request.dump());
  REQUIRE(job);
  while (!job->done()) job->step(100);
  const auto paid = read_fund_paid(contract::write(job->result(), Language::zh), names(), zh);
  REQUIRE(paid);
  CHECK(paid->claims == "2");
  CHECK(paid->total == "54,200.00");
  CHECK(paid->undetermined == 0);
  CHECK(paid->groupings.size() == std::size(fund_groups));
}

}  // namespace mingbai::screens
