#include "web/ui/field_text.h"

#include <catch2/catch_test_macros.hpp>

using namespace mingbai::ui;

TEST_CASE("an amount is grouped and has two decimals") {
  CHECK(shown_money("50000") == "50,000.00");
  CHECK(shown_money("1234567.5") == "1,234,567.50");
  CHECK(shown_money("50,000.00") == "50,000.00");
  CHECK(shown_money("007") == "7.00");
  CHECK(shown_money("0") == "0.00");
}

TEST_CASE("what is no amount is shown as it was typed") {
  CHECK(shown_money("") == "");
  CHECK(shown_money("12.345") == "12.345");
  CHECK(shown_money("五万") == "五万");
  CHECK(shown_money("-5") == "-5");
  CHECK(shown_money(".5") == ".5");
}

TEST_CASE("an identity number shows its two ends") {
  CHECK(shown_identity("11010519491231002X") == "1101**********002X");  // invented, with a valid check digit
  CHECK(shown_identity("1101") == "1101");
}

TEST_CASE("a password shows how long it is") { CHECK(dots("a密") == "••"); }
