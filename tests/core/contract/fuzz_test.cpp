// Whatever is sent, the answer is one well-formed JSON object: a settlement or verdict, or findings.

#include <random>

#include "tests/core/contract/request.h"

using namespace mingbai;
using test::Json;

namespace {

std::uint32_t pick(std::mt19937& random, std::size_t below) {
  return static_cast<std::uint32_t>(random() % below);
}

Json odd_value(std::mt19937& random) {
  const Json values[]{nullptr,
                      true,
                      0,
                      -1,
                      1e300,
                      18446744073709551615u,
                      "",
                      "0.00",
                      "-0.00",
                      "9999999999999.99",
                      "1000.00",
                      "2025-02-30",
                      "0001-01-01",
                      "9999-12-31",
                      "442000",
                      "000000",
                      "resident",
                      "医保\u0000",
                      Json::array(),
                      Json::object(),
                      Json::array({nullptr, "x", Json::array()}),
                      Json{{"zh", 1}},
                      std::string(300, 'x')};
  return values[pick(random, std::size(values))];
}

// Changes one value somewhere below.
void mutate(Json& json, std::mt19937& random) {
  if (!json.is_structured() || json.empty() || pick(random, 5) == 0) {
    json = odd_value(random);
    return;
  }
  auto it = json.begin();
  std::advance(it, pick(random, json.size()));
  if (json.is_object() && pick(random, 12) == 0)
    json[it.key() + "x"] = odd_value(random);
  else
    mutate(*it, random);
}

void judge(const contract::Answer& answer) {
  const Json json = Json::parse(answer.json, nullptr, false);
  REQUIRE(json.is_object());
  REQUIRE(json.contains("findings"));
  if (!answer.usable) REQUIRE_FALSE(json["findings"].empty());
}

}  // namespace

TEST_CASE("changed values anywhere in a message get an answer") {
  std::mt19937 random(4);
  for (int i = 0; i < 6000; ++i) {
    Json claim = test::claim(), application = test::application();
    for (std::uint32_t n = 0; n <= pick(random, 4); ++n) {
      mutate(claim, random);
      mutate(application, random);
    }
    judge(contract::settle(test::built_in(), claim.dump(), Language::zh));
    judge(contract::check(test::built_in(), application.dump(), Language::en));
  }
}

TEST_CASE("changed bytes anywhere in a message get an answer") {
  std::mt19937 random(5);
  const std::string claim = test::claim().dump();
  for (int i = 0; i < 6000; ++i) {
    std::string text = claim;
    for (std::uint32_t n = 0; n <= pick(random, 3); ++n) {
      const std::size_t at = pick(random, text.size());
      const std::uint32_t what = pick(random, 3);
      if (what == 0) text[at] = static_cast<char>(pick(random, 256));
      if (what == 1) text.erase(at, 1 + pick(random, 6));
      if (what == 2) text.insert(at, 1 + pick(random, 3), "{}[]\",:0\\"[pick(random, 9)]);
      if (text.empty()) text = "x";
    }
    judge(contract::settle(test::built_in(), text, Language::zh));
  }
}
