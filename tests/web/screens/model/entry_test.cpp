#include "web/screens/model/entry.h"

#include <catch2/catch_test_macros.hpp>

namespace mingbai::screens {
namespace {

constexpr strings::Strings zh{Language::zh};
constexpr strings::Strings en{Language::en};

}  // namespace

TEST_CASE("an amount is understood with commas, in full width, with or without decimals") {
  CHECK(read_money("50000")->fen == 5000000);
  CHECK(read_money("50,000.5")->fen == 5000050);
  CHECK(read_money("５０，０００．２５")->fen == 5000025);
  CHECK(read_money("¥ 1 200")->fen == 120000);
  CHECK(read_money("00012")->fen == 1200);
  CHECK(read_money("0")->fen == 0);
}

TEST_CASE("what is no amount says why") {
  CHECK(read_money("5万").error() == MoneyEntryFault::not_a_number);
  CHECK(read_money("abc").error() == MoneyEntryFault::not_a_number);
  CHECK(read_money(".").error() == MoneyEntryFault::not_a_number);
  CHECK(read_money("1.234").error() == MoneyEntryFault::too_many_decimals);
  CHECK(read_money("-3").error() == MoneyEntryFault::negative);
  CHECK(read_money("99999999999999999999").error() == MoneyEntryFault::too_large);
  CHECK(explain(MoneyEntryFault::not_a_number, "总费用", zh) == "总费用只能填数字，比如 50000.00。");
}

TEST_CASE("a date is understood however it is punctuated") {
  CHECK(tidy_date("2026/2/3") == "2026-02-03");
  CHECK(tidy_date("2026年11月5日") == "2026-11-05");
  CHECK(tidy_date("20261105") == "2026-11-05");
  CHECK(tidy_date("tomorrow") == "tomorrow");
}

TEST_CASE("an impossible date names the day that does not exist") {
  CHECK(date_fault("2026-02-30", zh) == "2 月没有 30 日，请改日期。");
  CHECK(date_fault("2026-13-01", zh) == "没有 13 月，请改日期。");
  CHECK(date_fault("2026-02", zh) == "日期写成 2026-11-30 这样。");
  CHECK(date_fault("2024-02-29", zh).empty());
  CHECK_FALSE(date_fault("2026-02-30", en).empty());
}

}  // namespace mingbai::screens
