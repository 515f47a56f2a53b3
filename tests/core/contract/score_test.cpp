#include "tests/core/contract/request.h"

using namespace mingbai;
using namespace mingbai::test;

namespace {

Json hospital_case() {
  return Json::parse(R"({"policy": "zhongshan", "as_of": "2025-09-10", "statuses": ["in_force", "assumed"],
    "insured": {"scheme": "employee_pooled"},
    "case": {"diagnosis": "K35.8", "procedures": ["47.01"], "treatment": "surgical", "provider": {"class": "secondary_a_general"},
      "cost": "15000.00", "rw": "1.5"}})");
}

Reply score(const Json& request, Language language = Language::en) {
  return reply(contract::score(built_in(), request.dump(), language));
}

std::int64_t ten_thousandths(const Json& text) {
  return parse_decimal(text.get<std::string>())->ten_thousandths;
}

}  // namespace

TEST_CASE("every line of a score has a figure, a unit, a formula, a label and a source with its clause") {
  for (const Language language : {Language::zh, Language::en}) {
    const auto reply = score(hospital_case(), language);
    REQUIRE(reply["lines"].size() >= 4);
    for (const Json& line : reply["lines"]) {
      for (const auto* key : {"step", "amount", "unit", "formula", "label"})
        CHECK_FALSE(line[key].get<std::string>().empty());
      CHECK_FALSE(line["source"]["clause"].get<std::string>().empty());
    }
  }
}

TEST_CASE("a score is the base score by the coefficient, rounded half up once") {
  for (int i = 1; i < 400; ++i) {
    const Decimal rw{i * 37 + 1};
    const auto reply = score(with(hospital_case(), "case.rw", to_text(rw)));
    CHECK(ten_thousandths(reply["base_score"]) == rw.ten_thousandths * 1000);
    CHECK(ten_thousandths(reply["score"]) == (ten_thousandths(reply["base_score"]) * 6900 + 5000) / 10000);
  }
}

TEST_CASE("a dearer case never scores less than a cheaper one of the same disease") {
  std::int64_t before = 0;
  auto request = with(hospital_case(), "case.mean_cost", "10000.00");
  for (int yuan = 100; yuan < 40000; yuan += 100) {
    const auto reply = score(with(request, "case.cost", std::to_string(yuan) + ".00"));
    const std::int64_t now = ten_thousandths(reply["score"]);
    INFO(yuan);
    CHECK(now >= before);
    before = now;
  }
}

TEST_CASE("the coefficient never falls from one class of institution to the next") {
  std::int64_t before = 0;
  for (const auto* grade :
       {"ungraded", "primary_b", "primary_a", "secondary_b", "secondary_a", "tertiary_b", "tertiary_a"}) {
    const auto at = [&](const char* kind) {
      const auto reply = score(with(hospital_case(), "case.provider.class", std::string(grade) + kind));
      return ten_thousandths(reply["coefficient"]);
    };
    INFO(grade);
    CHECK(at("_general") >= before);
    CHECK(at("_specialist") > at("_general"));
    before = at("_general");
  }
}

TEST_CASE("the forms of an alliance, a transfer and procedures say the same") {
  auto request = with(hospital_case(), "statuses", Json::array({"in_force", "draft", "assumed"}));
  const auto same = [&](Json alliance, Json transfers) {
    auto out = with(request, "case.provider.alliance", std::move(alliance));
    return score(with(out, "case.transfers", std::move(transfers)))["class"];
  };
  CHECK(same("a", Json::array({"tertiary_a_general"})) == "tertiary_a_general");
  CHECK(same({{"key", "a"}}, Json::array({{{"class", "tertiary_a_general"}, {"alliance", "a"}}})) ==
        "tertiary_a_general");
  CHECK(same("a", Json::array(
                      {{{"provider", {{"class", "tertiary_a_general"}, {"alliance", {{"key", "a"}}}}}}})) ==
        "tertiary_a_general");
  CHECK(same("a", Json::array({{{"class", "tertiary_a_general"}, {"alliance", "b"}}})) ==
        "secondary_a_general");
  request = with(with(request, "case.diagnosis", "C22.0"), "case.procedures",
                 "腹腔镜下半肝切除术+腹腔镜下胆囊切除术");
  CHECK(score(request)["coefficient"] == "1.00");
}

TEST_CASE("a pack without rules of institution payment says so and guesses nothing") {
  const auto reply = score(with(with(hospital_case(), "policy", "guangdong"), "insured", nullptr));
  CHECK(reply.usable);
  CHECK(reply.found("no_rule"));
  CHECK(reply["score"].is_null());
  CHECK_FALSE(reply.json.contains("payment"));
}

TEST_CASE("whatever a score request holds, it is answered or refused, never both") {
  for (const auto* path : {"case", "case.provider", "case.diagnosis", "case.procedures", "case.transfers",
                           "case.rw", "case.cost", "insured", "as_of", "statuses", "policy"})
    for (const Json& value :
         {Json(nullptr), Json(7), Json("x"), Json::array({1}), Json::object({{"a", 1}}), Json(true)}) {
      const auto reply = score(with(hospital_case(), path, value));
      INFO(path << " " << value.dump());
      CHECK(reply.usable == reply.json.contains("determined"));
      CHECK(reply.usable != (reply.json.size() == 1 && !reply["findings"].empty()));
    }
}
