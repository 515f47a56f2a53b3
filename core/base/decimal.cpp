#include "core/base/decimal.h"

#include <algorithm>

namespace mingbai {
namespace {

constexpr std::size_t whole_digits_most = 9;
constexpr std::size_t decimals_most = 4;

__extension__ using Wide = unsigned __int128;

bool all_digits(std::string_view s) {
  return std::ranges::all_of(s, [](char c) { return c >= '0' && c <= '9'; });
}

std::string written(Decimal decimal, std::string_view group) {
  const auto value = static_cast<std::uint64_t>(decimal.ten_thousandths);
  std::string whole = std::to_string(value / 10000);
  for (std::size_t at = whole.size(); !group.empty() && at > 3;) whole.insert(at -= 3, group);
  std::string decimals = std::to_string(10000 + value % 10000).substr(1);
  while (decimals.size() > 2 && decimals.back() == '0') decimals.pop_back();
  return whole + '.' + decimals;
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
  const auto point = text.find('.');
  const auto whole = text.substr(0, point);
  const auto decimals = point == std::string_view::npos ? std::string_view{"0"} : text.substr(point + 1);
  if (whole.empty() || whole.size() > whole_digits_most || !all_digits(whole)) return std::nullopt;
  if (whole.size() > 1 && whole.front() == '0') return std::nullopt;
  if (decimals.empty() || decimals.size() > decimals_most || !all_digits(decimals)) return std::nullopt;
  std::int64_t value = 0;
  for (char c : whole) value = value * 10 + (c - '0');
  for (std::size_t i = 0; i < decimals_most; ++i)
    value = value * 10 + (i < decimals.size() ? decimals[i] - '0' : 0);
  return Decimal{value};
}

std::string to_text(Decimal decimal) { return written(decimal, ""); }

std::string to_display(Decimal decimal) { return written(decimal, ","); }

std::int64_t scaled(std::int64_t value, std::int64_t over, std::int64_t under) {
  const Wide whole = static_cast<Wide>(value) * static_cast<Wide>(over);
  const Wide result = (whole + static_cast<Wide>(under) / 2) / static_cast<Wide>(under);
  return static_cast<std::int64_t>(std::min<Wide>(result, INT64_MAX));
}

std::strong_ordering compare_products(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d) {
  const Wide left = static_cast<Wide>(a) * static_cast<Wide>(b),
             right = static_cast<Wide>(c) * static_cast<Wide>(d);
  return left < right   ? std::strong_ordering::less
         : left > right ? std::strong_ordering::greater
                        : std::strong_ordering::equal;
}

Decimal product(Decimal a, Decimal b) {
  return {scaled(a.ten_thousandths, b.ten_thousandths, one.ten_thousandths)};
}

}  // namespace mingbai
