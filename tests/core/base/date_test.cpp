#include "core/base/date.h"

#include <catch2/catch_test_macros.hpp>

using namespace mingbai;

TEST_CASE("a day is written year-month-day and must exist") {
  CHECK(to_iso(*parse_date("2026-11-21")) == "2026-11-21");
  CHECK(parse_date("2024-02-29").has_value());
  CHECK(parse_date("2025-02-29").error() == DateFault::no_such_day);
  CHECK(parse_date("1900-02-29").error() == DateFault::no_such_day);
  CHECK(parse_date("2025-04-31").error() == DateFault::no_such_day);
  CHECK(parse_date("2025-00-10").error() == DateFault::no_such_month);
  CHECK(parse_date("2025-13-01").error() == DateFault::no_such_month);
  CHECK(parse_date("2025-01-00").error() == DateFault::no_such_day);
  for (const auto* wrong :
       {"", "2025-1-01", "20250101", "2025/01/01", "2025-01-01T00:00", "yyyy-mm-dd", "0000-01-01"})
    CHECK(parse_date(wrong).error() == DateFault::not_a_date);
}

TEST_CASE("days are counted over leap years") {
  CHECK(*parse_date("2024-03-01") - *parse_date("2024-02-28") == 2);
  CHECK(*parse_date("2025-03-01") - *parse_date("2025-02-28") == 1);
  CHECK(parse_date("1970-01-01")->days == 0);
  CHECK(to_iso(*parse_date("2025-12-31") + 1) == "2026-01-01");
}

TEST_CASE("a month later is the same day, or the month's last when there is no such day") {
  CHECK(to_iso(add_months_clamped(*parse_date("2025-08-31"), 6)) == "2026-02-28");
  CHECK(to_iso(add_months_clamped(*parse_date("2025-09-10"), 6)) == "2026-03-10");
  CHECK(to_iso(add_months_clamped(*parse_date("2025-01-15"), -1)) == "2024-12-15");
}

TEST_CASE("a period holds both its ends") {
  const Period p{*parse_date("2021-12-01"), *parse_date("2021-12-31")};
  CHECK(p.contains(p.from));
  CHECK(p.contains(p.to));
  CHECK_FALSE(p.contains(p.to + 1));
  CHECK(Period{}.open_ended());
}
