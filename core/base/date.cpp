#include "core/base/date.h"

#include <algorithm>
#include <chrono>

namespace mingbai {
namespace {

int digits(std::string_view s, std::size_t at, std::size_t count) {
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (s[i] < '0' || s[i] > '9') return -1;
    value = value * 10 + (s[i] - '0');
  }
  return value;
}

void put(char* to, int value, std::size_t width) {
  for (std::size_t i = width; i > 0; value /= 10) to[--i] = static_cast<char>('0' + value % 10);
}

}  // namespace

std::expected<Date, DateFault> parse_date(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::unexpected(DateFault::not_a_date);
  const int year = digits(iso, 0, 4), month = digits(iso, 5, 2), day = digits(iso, 8, 2);
  if (year < 1 || month < 0 || day < 0) return std::unexpected(DateFault::not_a_date);
  if (month < 1 || month > 12) return std::unexpected(DateFault::no_such_month);
  if (day < 1 || day > days_in_month(year, static_cast<std::uint8_t>(month)))
    return std::unexpected(DateFault::no_such_day);
  return from_civil({year, static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)});
}

std::string to_iso(Date date) {
  const auto [year, month, day] = to_civil(date);
  std::string out(10, '-');
  put(out.data(), year, 4);
  put(out.data() + 5, month, 2);
  put(out.data() + 8, day, 2);
  return out;
}

Date from_civil(YearMonthDay civil) {
  const std::chrono::sys_days days = std::chrono::year_month_day{
      std::chrono::year{civil.year}, std::chrono::month{civil.month}, std::chrono::day{civil.day}};
  return {static_cast<std::int32_t>(days.time_since_epoch().count())};
}

YearMonthDay to_civil(Date date) {
  const std::chrono::year_month_day civil{std::chrono::sys_days{std::chrono::days{date.days}}};
  return {static_cast<int>(civil.year()), static_cast<std::uint8_t>(static_cast<unsigned>(civil.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(civil.day()))};
}

std::uint8_t days_in_month(std::int32_t year, std::uint8_t month) {
  const auto last = std::chrono::year_month_day_last{std::chrono::year{year},
                                                     std::chrono::month_day_last{std::chrono::month{month}}};
  return static_cast<std::uint8_t>(static_cast<unsigned>(last.day()));
}

Date add_months_clamped(Date date, std::int32_t months) {
  const auto [year, month, day] = to_civil(date);
  const std::int32_t count = year * 12 + (month - 1) + months;
  const std::int32_t new_year = count / 12;
  const auto new_month = static_cast<std::uint8_t>(count % 12 + 1);
  return from_civil({new_year, new_month, std::min(day, days_in_month(new_year, new_month))});
}

}  // namespace mingbai
