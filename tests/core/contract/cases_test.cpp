// What a case must hold to be run, and how it is called in either language.

#include "core/contract/cases.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/core/contract/request.h"

using namespace mingbai;
using contract::Json;
using contract::run_case;

namespace {

std::string with_name(const std::string& name) {
  return R"({"name": )" + name + R"(, "requirement": ["R001"], "command": "settle", "input": {}, "expect": {}})";
}

bool readable(const std::string& name) { return run_case(test::built_in(), with_name(name)).readable; }

}  // namespace

TEST_CASE("a case is named in both languages, or by one text for both") {
  const auto both = run_case(test::built_in(), with_name(R"({"zh": "在家", "en": "at home"})"));
  CHECK(both.readable);
  CHECK(both.name == Text{"在家", "at home"});
  CHECK(run_case(test::built_in(), with_name(R"("mine")")).name == Text{"mine", "mine"});
}

TEST_CASE("a case named in one language alone, or by no text, is not run") {
  CHECK_FALSE(readable(R"({"zh": "在家"})"));
  CHECK_FALSE(readable(R"({"zh": "", "en": "at home"})"));
  CHECK_FALSE(readable(R"({"zh": 1, "en": "at home"})"));
  CHECK_FALSE(readable("7"));
  CHECK_FALSE(readable("null"));
  CHECK(run_case(test::built_in(), with_name("7")).differences.front().starts_with("a case needs name"));
}

TEST_CASE("every case of the packs has a Chinese and an English name, each its own") {
  std::size_t seen = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator("assets/policies")) {
    if (entry.path().extension() != ".json" || entry.path().string().find("/cases/") == std::string::npos) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    const Json name = Json::parse(text.str()).value("name", Json());
    CAPTURE(entry.path().string());
    REQUIRE(name.is_object());
    const std::string zh = name.value("zh", ""), en = name.value("en", "");
    CHECK(std::ranges::any_of(zh, [](char c) { return static_cast<unsigned char>(c) > 127; }));
    CHECK_FALSE(en.empty());
    CHECK(std::ranges::none_of(en, [](char c) { return static_cast<unsigned char>(c) > 0xE3; }));
    ++seen;
  }
  CHECK(seen > 700);
}
