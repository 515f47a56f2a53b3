#include "core/base/money.h"

#include <algorithm>

namespace mingbai {
namespace {

constexpr std::size_t whole_digits_most = 13;

bool all_digits(std::string_view s) {
  return std::ranges::all_of(s, [](char c) { return c >= '0' && c <= '9'; });
}

std::string written(Money money, std::string_view minus, std::string_view group) {
  const bool negative = money.fen < 0;
  const auto magnitude =
      negative ? ~static_cast<std::uint64_t>(money.fen) + 1 : static_cast<std::uint64_t>(money.fen);
  std::string whole = std::to_string(magnitude / 100);
  for (std::size_t at = whole.size(); !group.empty() && at > 3;) whole.insert(at -= 3, group);
  const auto cents = static_cast<char>(magnitude % 100);
  std::string out(negative ? minus : "");
  out += whole;
  out += '.';
  out += static_cast<char>('0' + cents / 10);
  out += static_cast<char>('0' + cents % 10);
  return out;
}

}  // namespace

std::expected<Money, MoneyFault> parse_money(std::string_view yuan) {
  const bool negative = yuan.starts_with('-');
  if (negative) yuan.remove_prefix(1);
  const auto point = yuan.find('.');
  const auto whole = yuan.substr(0, point);
  if (whole.empty() || !all_digits(whole)) return std::unexpected(MoneyFault::not_a_number);
  const auto cents = point == std::string_view::npos ? std::string_view{} : yuan.substr(point + 1);
  if (!all_digits(cents)) return std::unexpected(MoneyFault::not_a_number);
  if (cents.size() != 2) return std::unexpected(MoneyFault::needs_two_decimals);
  if (whole.size() > 1 && whole.front() == '0') return std::unexpected(MoneyFault::not_a_number);
  if (whole.size() > whole_digits_most) return std::unexpected(MoneyFault::too_large);
  std::int64_t fen = 0;
  for (char c : whole) fen = fen * 10 + (c - '0');
  for (char c : cents) fen = fen * 10 + (c - '0');
  return Money{negative ? -fen : fen};
}

std::string to_yuan(Money money) { return written(money, "-", ""); }

std::string to_display(Money money) { return written(money, "−", ","); }

Money half_up(Money money, Ratio ratio) {
  const std::int64_t quotient = money.fen / whole.basis_points;
  const std::int64_t remainder = money.fen % whole.basis_points;
  return {quotient * ratio.basis_points +
          (remainder * ratio.basis_points + whole.basis_points / 2) / whole.basis_points};
}

}  // namespace mingbai
