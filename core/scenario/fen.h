#pragma once
// Whole fen as the values of a lane, and back: std::int64_t as they are, doubles exactly, alone or side by
// side in one register. Between 2^52 and 2^53 a double counts by ones, so that adding 1.5 × 2^52 brings a sum
// (of any sign, below 2^51) into the lowest bits, and rounds what is not whole: vectors have no other
// instruction for either. Needs round-to-nearest and no -ffast-math.
//
// A share is a ratio of at most one, as a double within 2^-53 of its basis points over 10,000. Of a sum below
// 2^35 fen (`sums_in_double_below`) the product is off by less than 2^-17, that is 0.8 × 10^-5; the exact one
// is a multiple of 10^-4. With 2.5 × 10^-5 more, off by another 2^-19 at most, half a fen is above the half
// and what is less by 10^-4 is below it: half up, as `half_up` of core/base/money.h gives.

#include <bit>
#include <cstdint>
#include <type_traits>

#include "core/base/money.h"

namespace mingbai::scenario {

inline constexpr double by_ones = 6755399441055744.0;  // 1.5 × 2^52

typedef double TwoSums __attribute__((vector_size(16)));
typedef double FourSums __attribute__((vector_size(32)));

template <class Value>
struct WholeFen {
  using Type = std::int64_t;
};
template <>
struct WholeFen<TwoSums> {
  typedef std::int64_t Type __attribute__((vector_size(16)));
};
template <>
struct WholeFen<FourSums> {
  typedef std::int64_t Type __attribute__((vector_size(32)));
};

template <class Value>
[[gnu::always_inline]] inline Value from_fen(typename WholeFen<Value>::Type fen) {
  if constexpr (std::is_same_v<Value, std::int64_t>)
    return fen;
  else
    return __builtin_bit_cast(Value, fen + std::bit_cast<std::int64_t>(by_ones)) - by_ones;
}

template <class Value>
[[gnu::always_inline]] inline typename WholeFen<Value>::Type to_fen(Value value) {
  if constexpr (std::is_same_v<Value, std::int64_t>)
    return value;
  else
    return __builtin_bit_cast(typename WholeFen<Value>::Type, value + by_ones) -
           std::bit_cast<std::int64_t>(by_ones);
}

// The ratio in basis points, or for doubles as a share of one.
template <class Value>
[[gnu::always_inline]] inline Value rounded_share(Value sum, Value ratio) {
  if constexpr (std::is_same_v<Value, std::int64_t>)
    return half_up(Money{sum}, Ratio{static_cast<std::int32_t>(ratio)}).fen;
  else
    return (sum * ratio + 0.000025 + by_ones) - by_ones;
}

// A column of whole fen, read as values.
template <class Value>
struct Fen {
  const std::int64_t* fen;
  [[gnu::always_inline]] Value operator[](std::size_t i) const { return from_fen<Value>(fen[i]); }
};

}  // namespace mingbai::scenario
