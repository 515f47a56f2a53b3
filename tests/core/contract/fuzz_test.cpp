// Whatever is sent, the answer is one well-formed JSON object: a settlement or verdict, or findings.

#include "core/contract/cases.h"
#include "core/policy/policy.h"
#include "tests/core/contract/mutation.h"
#include "tests/core/contract/request.h"

using namespace mingbai;
using test::damage;
using test::Json;
using test::pick;
using test::trials;

namespace {

void judge(const contract::Answer& answer) {
  const Json json = Json::parse(answer.json, nullptr, false);
  REQUIRE(json.is_object());
  REQUIRE(json.contains("findings"));
  if (!answer.usable) REQUIRE_FALSE(json["findings"].empty());
}

}  // namespace

TEST_CASE("changed values anywhere in a message get an answer", "[fuzz]") {
  test::Random random(4);
  for (int i = 0; i < trials(3000, 100000); ++i) {
    Json claim = test::claim(), application = test::application();
    for (std::uint32_t n = 0; n <= pick(random, 4); ++n) {
      damage(claim, random);
      damage(application, random);
    }
    judge(contract::settle(test::built_in(), claim.dump(), Language::zh));
    judge(contract::check(test::built_in(), application.dump(), Language::en));
  }
}

TEST_CASE("changed values anywhere in a hospital case get an answer", "[fuzz]") {
  test::Random random(10);
  const Json whole = Json::parse(
      R"({"policy": "zhongshan", "as_of": "2025-09-10", "statuses": ["in_force", "draft", "assumed"], "insured": {"scheme": "resident"},
          "case": {"diagnosis": "U98.0", "procedures": ["样例手术"], "treatment": "surgical", "cost": "9000.00", "mean_cost": "8000.00", "rw": "1.5",
            "point_value": "9.8", "provider": {"class": "secondary_a_general", "alliance": {"key": "a", "form": "loose"}},
            "transfers": ["tertiary_a_general", {"class": "primary_a_general", "alliance": "a"}]}})");
  for (int i = 0; i < trials(3000, 100000); ++i) {
    Json request = whole;
    for (std::uint32_t n = 0; n <= pick(random, 4); ++n) damage(request, random);
    judge(contract::score(test::built_in(), request.dump(), Language::zh));
  }
}

TEST_CASE("changed bytes anywhere in a message get an answer", "[fuzz]") {
  test::Random random(5);
  const std::string claim = test::claim().dump();
  for (int i = 0; i < trials(3000, 100000); ++i) {
    std::string text = claim;
    for (std::uint32_t n = 0; n <= pick(random, 3); ++n) damage(text, random);
    judge(contract::settle(test::built_in(), text, Language::zh));
  }
}

TEST_CASE("a damaged case is run, or says what is wrong with it", "[fuzz]") {
  const auto& cases = test::built_in().find("zhongshan")->cases;
  REQUIRE_FALSE(cases.empty());
  test::Random random(6);
  for (int i = 0; i < trials(1500, 20000); ++i) {
    auto file = cases.begin();
    std::advance(file, pick(random, cases.size()));
    std::string text = file->second;
    if (pick(random, 2) == 0) {
      Json json = Json::parse(text);
      damage(json, random);
      text = json.dump();
    } else {
      damage(text, random);
    }
    const auto result = contract::run_case(test::built_in(), text);
    if (!result.readable) REQUIRE_FALSE(result.differences.empty());
  }
}
