#include "core/base/ratio.h"

#include <catch2/catch_test_macros.hpp>

using namespace mingbai;

TEST_CASE("a ratio is a percentage of at most two decimals between none and the whole") {
  CHECK(parse_ratio("80%") == Ratio{8000});
  CHECK(parse_ratio("85.5%") == Ratio{8550});
  CHECK(parse_ratio("85.25%") == Ratio{8525});
  CHECK(parse_ratio("0%") == Ratio{0});
  CHECK(parse_ratio("100.00%") == whole);
  for (const auto* wrong :
       {"", "%", "80", "0.8", "101%", "-1%", "8 0%", "80.125%", "80.%", "080%", "x%", "8x%", "80.x%"})
    CHECK_FALSE(parse_ratio(wrong));
}

TEST_CASE("a ratio is written without needless zeros") {
  CHECK(to_percent(Ratio{8000}) == "80%");
  CHECK(to_percent(Ratio{8550}) == "85.5%");
  CHECK(to_percent(Ratio{8525}) == "85.25%");
  CHECK(to_percent(Ratio{5}) == "0.05%");
  CHECK(complement(Ratio{8000}) == Ratio{2000});
}
