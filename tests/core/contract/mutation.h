#pragma once
// Seeded damage to JSON and to bytes, for the tests that no parser may fall over. The same seed does the same
// damage on every machine.
//
// `trials(few, many)` is how often a test tries: `many` under MINGBAI_TRIALS=full (`make trials-truth`).

#include <cstdlib>
#include <random>
#include <string>

#include "core/contract/json.h"

namespace mingbai::test {

inline int trials(int few, int many) {
  const char* wish = std::getenv("MINGBAI_TRIALS");
  return wish != nullptr && std::string_view(wish) == "full" ? many : few;
}

using Random = std::mt19937;

inline std::uint32_t pick(Random& random, std::size_t below) {
  return static_cast<std::uint32_t>(random() % below);
}

inline contract::Json odd_value(Random& random) {
  using contract::Json;
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
                      "100%",
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

// Changes, adds or repeats one value somewhere below.
inline void damage(contract::Json& json, Random& random) {
  if (!json.is_structured() || json.empty() || pick(random, 5) == 0) {
    json = odd_value(random);
    return;
  }
  auto it = json.begin();
  std::advance(it, pick(random, json.size()));
  if (json.is_object() && pick(random, 12) == 0)
    json[it.key() + "x"] = odd_value(random);
  else if (json.is_object() && pick(random, 12) == 0)
    json.erase(it);
  else if (json.is_array() && pick(random, 12) == 0)
    json.push_back(contract::Json(*it));
  else
    damage(*it, random);
}

// Changes, takes away or puts in a few bytes.
inline void damage(std::string& text, Random& random) {
  const std::size_t at = pick(random, text.size());
  const std::uint32_t what = pick(random, 3);
  if (what == 0) text[at] = static_cast<char>(pick(random, 256));
  if (what == 1) text.erase(at, 1 + pick(random, 6));
  if (what == 2) text.insert(at, 1 + pick(random, 3), "{}[]\",:0\\"[pick(random, 9)]);
  if (text.empty()) text = "x";
}

}  // namespace mingbai::test
