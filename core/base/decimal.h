#pragma once
// A plain number with up to four decimals (小数), as an integer count of ten-thousandths: coefficients
// (等级系数), scores (分值), relative weights (RW) and point values (点值). No floating point.
//
// Written as text: "0.69", "1250", "3.2575". Shown with at least two decimals and no needless zeros: "1.00".
// Products and quotients round half up to the ten-thousandth, once: see `scaled`.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mingbai {

struct Decimal {
  std::int64_t ten_thousandths = 0;
  friend constexpr auto operator<=>(Decimal, Decimal) = default;
  friend constexpr Decimal operator+(Decimal a, Decimal b) { return {a.ten_thousandths + b.ten_thousandths}; }
};

inline constexpr Decimal one{10000};

// "0.68", "1000"; nothing for a sign, an exponent, more than four decimals or more than nine digits before
// them.
std::optional<Decimal> parse_decimal(std::string_view);

std::string to_text(Decimal);     // "1250.00": the JSON form
std::string to_display(Decimal);  // "1,250.00": the form for people

// value × over / under, rounded half up, at most the largest there is; none of them negative, under above
// zero.
std::int64_t scaled(std::int64_t value, std::int64_t over, std::int64_t under);

// a × b against c × d, exactly; none of them negative.
std::strong_ordering compare_products(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d);

// a × b, rounded half up to the ten-thousandth.
Decimal product(Decimal a, Decimal b);

}  // namespace mingbai
