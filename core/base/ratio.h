#pragma once
// A ratio (比例) as an integer count of basis points: 80 % is 8000. Written "80%" or "80.00%" in packs.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mingbai {

struct Ratio {
  std::int32_t basis_points = 0;
  friend constexpr auto operator<=>(Ratio, Ratio) = default;
};

inline constexpr Ratio whole{10000};

constexpr Ratio complement(Ratio r) { return {whole.basis_points - r.basis_points}; }

// "85%", "85.5%", "85.25%" -> Ratio; nothing for any other form or outside 0–100 %.
std::optional<Ratio> parse_ratio(std::string_view percent);

// Ratio -> "85%" or "85.25%": no trailing zeros.
std::string to_percent(Ratio);

}  // namespace mingbai
