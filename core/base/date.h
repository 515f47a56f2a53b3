#pragma once
// A civil day (日期) of the Gregorian calendar, no time, no zone: what a rule, a bill and a filing are dated
// by.
//
// Written "2026-11-21". A day that does not exist ("2026-02-30") is refused with the reason.
// Today is never read here: whoever needs it passes it in.

#include <compare>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace mingbai {

struct Date {
  std::int32_t days = 0;  // since 1970-01-01
  friend constexpr auto operator<=>(Date, Date) = default;
};

struct YearMonthDay {
  std::int32_t year;
  std::uint8_t month;
  std::uint8_t day;
};

enum class DateFault : std::uint8_t { not_a_date, no_such_month, no_such_day };

std::expected<Date, DateFault> parse_date(std::string_view iso);
std::string to_iso(Date);

Date from_civil(YearMonthDay);
YearMonthDay to_civil(Date);
std::uint8_t days_in_month(std::int32_t year, std::uint8_t month);

constexpr Date operator+(Date d, std::int32_t days) { return {d.days + days}; }
constexpr std::int32_t operator-(Date a, Date b) { return a.days - b.days; }

// The same day `months` later; a day the month does not have becomes the month's last day.
Date add_months_clamped(Date, std::int32_t months);

// [from, to], both ends included; no `to` means not ended yet.
struct Period {
  Date from{INT32_MIN};
  Date to{INT32_MAX};
  constexpr bool contains(Date d) const { return from <= d && d <= to; }
  constexpr bool open_ended() const { return to.days == INT32_MAX; }
  friend constexpr bool operator==(Period, Period) = default;
};

}  // namespace mingbai
