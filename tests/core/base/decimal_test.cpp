#include "core/base/decimal.h"

#include <catch2/catch_test_macros.hpp>

namespace mingbai {
namespace {

TEST_CASE("a decimal is text with up to four decimals and is shown with at least two") {
  CHECK(parse_decimal("0.68")->ten_thousandths == 6800);
  CHECK(parse_decimal("1000")->ten_thousandths == 10'000'000);
  CHECK(parse_decimal("3.2575")->ten_thousandths == 32575);
  CHECK(to_text(*parse_decimal("1")) == "1.00");
  CHECK(to_text(*parse_decimal("0.6850")) == "0.685");
  CHECK(to_display(*parse_decimal("1234567.5")) == "1,234,567.50");
}

TEST_CASE("what is no plain decimal is refused") {
  for (const auto* text :
       {"", ".", "1.", ".5", "-1", "+1", "1e3", "00.5", "1.00000", "1234567890", " 1", "1,5"}) {
    INFO(text);
    CHECK_FALSE(parse_decimal(text));
  }
}

TEST_CASE("products and quotients round half up, once, also past 64 bits") {
  CHECK(product({6900}, {15000}).ten_thousandths == 10350);
  CHECK(product({1}, {5000}).ten_thousandths == 1);
  CHECK(product({1}, {4999}).ten_thousandths == 0);
  CHECK(scaled(10, 1, 4) == 3);
  CHECK(scaled(INT64_MAX, INT64_MAX, 1) == INT64_MAX);
  CHECK(scaled(9'000'000'000'000'000, 9'000'000'000, 9'000'000'000) == 9'000'000'000'000'000);
}

}  // namespace
}  // namespace mingbai
