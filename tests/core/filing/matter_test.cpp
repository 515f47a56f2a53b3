// What a change of institutions leaves of what was said before.

#include "core/filing/matter.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "generated/policies_bundle.h"

namespace mingbai::filing {
namespace {

const policy::Library& library() {
  static const auto loaded = policy::Library::load(policies_bundle());
  REQUIRE(loaded);
  return *loaded;
}

const std::string selection =
    R"({"policy":"zhongshan","insured":{},"application":{"kind":"provider_selection","channel":"agency","providers":[
    {"code":"H1","region":"442000","kind":"community","level":1,"qualified":true,"last_score":90}]}})";

nlohmann::json chosen(const std::vector<std::string>& codes, Vouched vouched) {
  const auto text = with_providers(library(), selection, codes, *parse_date("2026-11-22"), vouched);
  return nlohmann::json::parse(text)["application"]["providers"];
}

TEST_CASE("an institution that was named before keeps what was said of it") {
  const auto kept = nlohmann::json::parse(selection)["application"]["providers"][0];
  CHECK(chosen({"H1", "H2"}, Vouched::no)[0] == kept);
  CHECK(chosen({"H2", "H1"}, Vouched::by_an_office)[1] == kept);
}

TEST_CASE("of a new institution a person says where and what kind it is, an office that it is qualified") {
  CHECK(chosen({"H2"}, Vouched::no)[0] == nlohmann::json::parse(R"({"code":"H2","region":"442000","kind":"community"})"));
  const auto by_office = chosen({"H2"}, Vouched::by_an_office)[0];
  CHECK(by_office["qualified"] == true);
  CHECK(by_office["level"] == 1);
  CHECK_FALSE(by_office.contains("last_score"));
}

TEST_CASE("what the catalogue holds is not copied from another institution") {
  CHECK(chosen({"H44200100026"}, Vouched::no)[0] == nlohmann::json::parse(R"({"code":"H44200100026"})"));
}

TEST_CASE("what a filing is about has the name its policy gives it, and else keeps its code") {
  const auto called = [](const char* policy, const char* application) {
    return subject_name(library(), matter_of(library(), R"({"policy":")" + std::string(policy) + R"(","application":)" + application + "}"));
  };
  CHECK(called("zhongshan", R"({"disease":{"code":"M03900"}})").zh == "高血压病");
  CHECK(called("zhongshan", R"({"disease":{"code":"M03900"}})").en == "High blood pressure");
  CHECK(called("zhongshan", R"({"category":"long_term_resident"})").zh == "长期居住在外地");
  CHECK(called("zhongshan", R"({"disease":{"code":"M99999"}})").zh == "M99999");
  CHECK(called("nowhere", R"({"disease":{"code":"M03900"}})").zh == "M03900");
  CHECK(called("zhongshan", "{}").zh.empty());
}

TEST_CASE("without a change the payload stays as it was sent") {
  CHECK(with_providers(library(), selection, {}, *parse_date("2026-11-22"), Vouched::by_an_office) == selection);
  CHECK(with_providers(library(), "[]", {"H2"}, *parse_date("2026-11-22"), Vouched::no) == "[]");
  CHECK(matter_of(library(), selection).channel == "agency");
}

}  // namespace
}  // namespace mingbai::filing
