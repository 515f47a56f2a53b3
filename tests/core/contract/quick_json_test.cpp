// The quick reader and the library read the same: what one takes the other takes, with the same value.

#include "core/contract/quick_json.h"

#include <catch2/catch_test_macros.hpp>

#include "core/base/utf8.h"
#include "tests/core/contract/mutation.h"
#include "tests/core/contract/request.h"

using namespace mingbai;
using contract::Json;
using contract::PathStyle;

namespace {

struct Read {
  bool taken;
  Json value;
  std::string findings;
};

Read by_library(const std::string& text) {
  contract::JsonBuilder builder(PathStyle::pointer);
  const bool taken = Json::sax_parse(text.begin(), text.end(), &builder);
  std::string findings;
  for (const Finding& finding : builder.findings) findings += finding.code + " " + finding.fact + "\n";
  return {taken, builder.root, findings};
}

Read quickly(const std::string& text) {
  contract::JsonBuilder builder(PathStyle::pointer);
  const bool taken = contract::read_quickly(text, builder);
  std::string findings;
  for (const Finding& finding : builder.findings) findings += finding.code + " " + finding.fact + "\n";
  return {taken, builder.root, findings};
}

void agree(const std::string& text) {
  const Read quick = quickly(text);
  if (!quick.taken) return;
  const Read library = by_library(text);
  INFO(text);
  REQUIRE(library.taken);
  REQUIRE(quick.findings == library.findings);
  if (quick.findings.empty()) {
    REQUIRE(quick.value == library.value);
    REQUIRE(contract::dump(quick.value) == contract::dump(library.value));
  }
}

}  // namespace

TEST_CASE("well-formed JSON is read quickly, and as the library reads it") {
  for (const std::string text :
       {R"({"a":1,"b":[true,false,null,-3,0,1.5,-0,2e3,"\"\\\/\b\f\n\r\t","明白",""],"c":{}})", " [ ] ", "\t{ }\n",
        "1234567890123456789", "-12345678901234567890", R"("x")", "123456789012345678", R"({"a":{"b":{"c":[[],[{}]]}},"d":"é"})", R"({"a":1,"a":2})", "-0.0"}) {
    INFO(text);
    CHECK(quickly(text).taken);
    agree(text);
  }
}

TEST_CASE("text that is no JSON, or not surely, is left to the library") {
  for (const std::string text :
       {"", "  ", "{", "[1,]", "{\"a\":}", "{\"a\" 1}", "{a:1}", "01", "-", "+1", "1.", ".5", "1e", "1e400", "nul",
        "truex", "\"x", "\"\\x\"", "\"\\u00e9\"", "\"a\nb\"", "[1] 2", "'x'", "[1 2]", "]"}) {
    INFO(text);
    CHECK_FALSE(quickly(text).taken);
  }
  CHECK(contract::parse_json("\"\\u00e9\"").value() == "é");
  CHECK(contract::parse_json("12345678901234567890").value() == 12345678901234567890u);
}

TEST_CASE("nesting past the limit is told once, however deep") {
  for (const std::size_t depth : {64, 65, 66, 5000}) {
    const auto read = contract::parse_json(std::string(depth, '[') + std::string(depth, ']'));
    CHECK(read.has_value() == (depth <= contract::depth_most));
    if (!read) CHECK(read.error().size() == 1);
  }
}

TEST_CASE("many keys are told apart, and those given twice are named") {
  std::string text = "{";
  for (int i = 0; i < 60; ++i) text += "\"k" + std::to_string(i) + "\":" + std::to_string(i) + ",";
  CHECK(contract::parse_json(text + "\"z\":0}").value().size() == 61);
  const auto twice = contract::parse_json(text + "\"k3\":0,\"k59\":{\"k3\":1}}");
  REQUIRE_FALSE(twice);
  REQUIRE(twice.error().size() == 2);
  CHECK(twice.error()[0].fact == "k3");
  CHECK(twice.error()[1].fact == "k59");
}

TEST_CASE("damaged text is read alike, or left to the library", "[fuzz]") {
  test::Random random(77);
  const std::string texts[]{test::claim().dump(), test::application().dump(2),
                            R"([1,-2.5e-3,{"a":"b\"c","d":[null,true]},"明白",""])"};
  for (int i = 0; i < test::trials(6000, 200000); ++i) {
    std::string text = texts[test::pick(random, 3)];
    for (std::uint32_t n = 0; n <= test::pick(random, 3); ++n) test::damage(text, random);
    if (!first_invalid_byte(text)) agree(text);
  }
}
