#pragma once
// Money (金额) as an integer count of fen (分), the hundredth of a yuan. No floating point touches it.
//
// Written form: yuan with exactly two decimals, "50000.00"; at most 13 digits before the point, so that every
// sum of a few amounts and every amount times a ratio in basis points stays inside 64 bits.
// Multiplying by a ratio rounds half up to the fen: `half_up(money, ratio)`. No other rounding exists.

#include <compare>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "core/base/ratio.h"

namespace mingbai {

struct Money {
  std::int64_t fen = 0;

  friend constexpr auto operator<=>(Money, Money) = default;
  constexpr Money& operator+=(Money other) { return fen += other.fen, *this; }
  constexpr Money& operator-=(Money other) { return fen -= other.fen, *this; }
  friend constexpr Money operator+(Money a, Money b) { return {a.fen + b.fen}; }
  friend constexpr Money operator-(Money a, Money b) { return {a.fen - b.fen}; }
};

enum class MoneyFault : std::uint8_t { not_a_number, needs_two_decimals, too_large };

// "50000.00" or "-3.20" -> Money; anything else says what is wrong with it.
std::expected<Money, MoneyFault> parse_money(std::string_view yuan);

// Money -> "50000.00" (the JSON form) and "50,000.00" (the form for people; minus is U+2212).
std::string to_yuan(Money);
std::string to_display(Money);
void append_display(std::string&, Money);

// money × ratio, rounded half up to the fen. The money must not be negative.
constexpr Money half_up(Money money, Ratio ratio) {
  const std::int64_t quotient = money.fen / whole.basis_points;
  const std::int64_t remainder = money.fen % whole.basis_points;
  return {quotient * ratio.basis_points +
          (remainder * ratio.basis_points + whole.basis_points / 2) / whole.basis_points};
}

}  // namespace mingbai
