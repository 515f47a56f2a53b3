#include "core/filing/notice/facts.h"

#include <catch2/catch_test_macros.hpp>

#include "core/filing/judgement.h"
#include "generated/policies_bundle.h"

namespace mingbai::filing::notice {
namespace {

const policy::Library& library() {
  static const auto loaded = policy::Library::load(policies_bundle());
  REQUIRE(loaded);
  return *loaded;
}

const Regions& regions() {
  static const Regions read = read_regions(policies_bundle());
  return read;
}

const Date day = *parse_date("2022-08-01");

// The identity number is the standard's example.
std::string payload(const std::string& region, const std::string& title = "attending") {
  return R"({"policy": "chuxiong", "insured": {"scheme": "resident", "enrolled": true, "region": ")" +
         region +
         R"(", "name": "测试甲", "certificate": {"type": "identity_card", "number": "11010519491231002X"}},
    "application": {"kind": "special_disease", "channel": "institution", "setting": "outpatient",
      "disease": {"code": "M03900", "class": "chronic"},
      "provider": {"code": "H53230000001", "region": "532300", "kind": "hospital", "level": 3, "ownership": "public"},
      "physician": {"title": ")" +
         title + R"(", "registered": true}, "documents": ["identity_card", "diagnosis_certificate"]}})";
}

TEST_CASE("who, what and by which documents is read from the payload and the packs") {
  const auto subject = subject_of(library(), regions(), payload("532331"), day);
  REQUIRE(subject);
  CHECK(subject->region.zh == "楚雄彝族自治州");
  CHECK(subject->insured.name == "测试甲");
  CHECK(subject->insured.certificate_type.zh == "居民身份证");
  CHECK(subject->code == "M03900");
  CHECK_FALSE(subject->what.zh.empty());
  REQUIRE_FALSE(subject->basis.empty());
  CHECK(subject->basis.back().number == "楚医保办〔2022〕5号");
  CHECK_FALSE(subject->next.zh.empty());
}

TEST_CASE("the card is for the prefecture's own members; those from elsewhere get the notice alone") {
  CHECK(subject_of(library(), regions(), payload("532300"), day)->gets_card);
  CHECK(subject_of(library(), regions(), payload("532331"), day)->gets_card);
  CHECK_FALSE(subject_of(library(), regions(), payload("530100"), day)->gets_card);
}

TEST_CASE("remote care says why and where") {
  const auto subject =
      subject_of(library(), regions(), R"({"policy": "zhongshan", "insured": {"scheme": "resident"},
    "application": {"kind": "remote_care", "category": "long_term_resident", "care_region": "440100",
      "agent": {"name": "测试乙", "relation": "子女", "consent": true}}})",
                 day);
  REQUIRE(subject);
  CHECK(subject->what.zh == "长期居住在外地，广州市");
  CHECK(subject->agent->person.name == "测试乙");
  CHECK_FALSE(subject->gets_card);
}

TEST_CASE("a payload that cannot be read gives its faults, not a page") {
  CHECK_FALSE(subject_of(library(), regions(), "{", day));
  CHECK_FALSE(subject_of(library(), regions(), R"({"policy": "nowhere"})", day));
}

TEST_CASE("the reasons of a refused record come with both languages and their document") {
  const auto judged =
      judge(library(), {.kind = "special_disease", .payload = payload("532300", "resident")}, day);
  REQUIRE_FALSE(judged.received);
  const auto reasons = read_reasons(library(), "chuxiong", judged.findings);
  REQUIRE(reasons.size() == 1);
  CHECK_FALSE(reasons[0].message.zh.empty());
  CHECK_FALSE(reasons[0].remedy.en.empty());
  CHECK(reasons[0].source == "楚医保办〔2022〕5号 二(二)");
  CHECK(read_reasons(library(), "chuxiong", "no findings").empty());
  CHECK(read_reasons(library(), "nowhere", judged.findings)[0].source.empty());
}

TEST_CASE("names of regions need the codes; without them codes are printed") {
  CHECK(regions().names.at("442000").zh == "中山市");
  CHECK(read_regions("{}").names.empty());
  CHECK(subject_of(library(), {}, payload("532300"), day)->region.zh == "532300");
}

}  // namespace
}  // namespace mingbai::filing::notice
