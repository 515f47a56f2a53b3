#include "core/sync/instant.h"

#include <chrono>

namespace mingbai::sync {
namespace {

std::string digits(std::int64_t number, std::size_t width) {
  std::string text = std::to_string(number);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// What follows the seconds: "Z" or ".123Z".
bool is_end(std::string_view rest) {
  if (rest == "Z") return true;
  return rest.size() > 2 && rest.front() == '.' && rest.back() == 'Z' &&
         number(rest.substr(1, rest.size() - 2).substr(0, 9)).has_value();
}

}  // namespace

std::string utc_text(Milliseconds instant) {
  using std::chrono::floor;
  const std::chrono::sys_time<std::chrono::milliseconds> moment{std::chrono::milliseconds{instant}};
  const auto day = floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{floor<std::chrono::seconds>(moment - day)};
  return digits(static_cast<int>(date.year()), 4) + "-" + digits(static_cast<unsigned>(date.month()), 2) + "-" +
         digits(static_cast<unsigned>(date.day()), 2) + "T" + digits(time.hours().count(), 2) + ":" +
         digits(time.minutes().count(), 2) + ":" + digits(time.seconds().count(), 2) + "Z";
}

std::optional<Milliseconds> read_utc(std::string_view text) {
  if (text.size() < 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
      !is_end(text.substr(19))) {
    return std::nullopt;
  }
  const auto part = [&](std::size_t at, std::size_t width) { return number(text.substr(at, width)); };
  const auto year = part(0, 4), month = part(5, 2), day = part(8, 2);
  const auto hour = part(11, 2), minute = part(14, 2), second = part(17, 2);
  if (!year || !month || !day || !hour || !minute || !second) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok() || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  const std::chrono::sys_time<std::chrono::milliseconds> moment =
      std::chrono::sys_days{date} + std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
      std::chrono::seconds{*second};
  return moment.time_since_epoch().count();
}

}  // namespace mingbai::sync
