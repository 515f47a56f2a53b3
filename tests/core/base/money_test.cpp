#include "core/base/money.h"

#include <catch2/catch_test_macros.hpp>

using namespace mingbai;

TEST_CASE("money is written in yuan with exactly two decimals") {
  CHECK(parse_money("50000.00") == Money{5000000});
  CHECK(parse_money("0.00") == Money{0});
  CHECK(parse_money("0.01") == Money{1});
  CHECK(parse_money("-3.20") == Money{-320});
  CHECK(parse_money("50000").error() == MoneyFault::needs_two_decimals);
  CHECK(parse_money("50000.0").error() == MoneyFault::needs_two_decimals);
  CHECK(parse_money("50000.000").error() == MoneyFault::needs_two_decimals);
  for (const auto* wrong :
       {"", "-", ".50", "50,000.00", "5e4", " 1.00", "1.00 ", "１.00", "01.00", "1.0x", "+1.00", "--1.00"})
    CHECK_FALSE(parse_money(wrong));
}

TEST_CASE("thirteen digits of yuan are the most") {
  CHECK(parse_money("9999999999999.99") == Money{999999999999999});
  CHECK(parse_money("10000000000000.00").error() == MoneyFault::too_large);
  CHECK(parse_money("99999999999999999999999999.00").error() == MoneyFault::too_large);
}

TEST_CASE("money is shown to people with thousands and a real minus sign") {
  CHECK(to_yuan(Money{5000000}) == "50000.00");
  CHECK(to_yuan(Money{-5}) == "-0.05");
  CHECK(to_display(Money{123456789}) == "1,234,567.89");
  CHECK(to_display(Money{99999}) == "999.99");
  CHECK(to_display(Money{100000}) == "1,000.00");
  CHECK(to_display(Money{-100000}) == "−1,000.00");
}

TEST_CASE("a share of money is rounded half up to the fen") {
  CHECK(half_up(Money{4500000}, Ratio{8000}) == Money{3600000});
  CHECK(half_up(Money{1}, Ratio{5000}) == Money{1});
  CHECK(half_up(Money{1}, Ratio{4999}) == Money{0});
  CHECK(half_up(Money{3}, Ratio{8500}) == Money{3});
  CHECK(half_up(Money{999999999999999}, whole) == Money{999999999999999});
  CHECK(half_up(Money{999999999999999}, Ratio{0}) == Money{0});
}

TEST_CASE("a larger amount never has a smaller share, and the share grows by a fen at most") {
  for (const int points : {1, 3333, 6000, 8000, 8525, 9999}) {
    for (std::int64_t fen = 0; fen < 3000; ++fen) {
      const auto step = half_up(Money{fen + 1}, Ratio{points}).fen - half_up(Money{fen}, Ratio{points}).fen;
      REQUIRE((step == 0 || step == 1));
    }
  }
}
