#pragma once
// Whole fen as the values of a lane, and back: std::int64_t as they are, doubles exactly (below 2^52, which
// `sums_in_double_below` sees to). By the bits of a double, because vectors have no instruction for it.
//
// A share is rounded half up without division: p × 10^-4 of a whole p is at least 10^-4 away from what would
// round otherwise once a quarter is added; the products' error is below 2^-52 of 2^49 × 10^-4, and adding
// 1.5 × 2^52 rounds to the nearest whole number. Needs round-to-nearest and no -ffast-math.

#include <bit>
#include <cstdint>
#include <type_traits>

#include "core/base/money.h"

namespace mingbai::scenario {

inline constexpr double two_52 = 4503599627370496.0, three_halves_of_two_52 = 6755399441055744.0;

template <class Value>
[[gnu::always_inline]] inline Value from_fen(std::int64_t fen) {
  if constexpr (std::is_same_v<Value, double>)
    return std::bit_cast<double>(fen | std::bit_cast<std::int64_t>(two_52)) - two_52;
  else
    return fen;
}

// Also of sums below zero, such as a lesser share of the person.
[[gnu::always_inline]] inline std::int64_t to_fen(double value) {
  return std::bit_cast<std::int64_t>(value + three_halves_of_two_52) -
         std::bit_cast<std::int64_t>(three_halves_of_two_52);
}
[[gnu::always_inline]] inline std::int64_t to_fen(std::int64_t value) { return value; }

template <class Value>
[[gnu::always_inline]] inline Value rounded_share(Value sum, Value basis_points) {
  if constexpr (std::is_same_v<Value, double>)
    return ((sum * basis_points + 0.25) * 0.0001 + three_halves_of_two_52) - three_halves_of_two_52;
  else
    return half_up(Money{sum}, Ratio{static_cast<std::int32_t>(basis_points)}).fen;
}

// A column of whole fen, read as values.
template <class Value>
struct Fen {
  const std::int64_t* fen;
  [[gnu::always_inline]] Value operator[](std::size_t i) const { return from_fen<Value>(fen[i]); }
};

}  // namespace mingbai::scenario
