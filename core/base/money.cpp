#include "core/base/money.h"

#include <algorithm>

namespace mingbai {
namespace {

constexpr std::size_t whole_digits_most = 13;

bool all_digits(std::string_view s) {
  return std::ranges::all_of(s, [](char c) { return c >= '0' && c <= '9'; });
}

// From the last digit to the first, into room on the stack.
void append(std::string& out, Money money, std::string_view minus, bool grouped) {
  const bool negative = money.fen < 0;
  auto magnitude =
      negative ? ~static_cast<std::uint64_t>(money.fen) + 1 : static_cast<std::uint64_t>(money.fen);
  char room[32];
  char* const end = room + sizeof room;
  char* at = end;
  const auto digit = [&] {
    *--at = static_cast<char>('0' + magnitude % 10);
    magnitude /= 10;
  };
  digit();
  digit();
  *--at = '.';
  std::size_t whole = 0;
  do {
    if (grouped && whole != 0 && whole % 3 == 0) *--at = ',';
    digit();
    ++whole;
  } while (magnitude != 0);
  if (negative) out += minus;
  out.append(at, end);
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

std::string to_yuan(Money money) {
  std::string out;
  append(out, money, "-", false);
  return out;
}

void append_display(std::string& out, Money money) { append(out, money, "−", true); }

std::string to_display(Money money) {
  std::string out;
  append_display(out, money);
  return out;
}

}  // namespace mingbai
