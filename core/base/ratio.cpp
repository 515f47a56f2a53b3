#include "core/base/ratio.h"

namespace mingbai {

std::optional<Ratio> parse_ratio(std::string_view percent) {
  if (!percent.ends_with('%')) return std::nullopt;
  percent.remove_suffix(1);
  const auto point = percent.find('.');
  const auto units = percent.substr(0, point);
  auto decimals = point == std::string_view::npos ? std::string_view{"00"} : percent.substr(point + 1);
  if (units.empty() || units.size() > 3 || decimals.empty() || decimals.size() > 2) return std::nullopt;
  if (units.size() > 1 && units.front() == '0') return std::nullopt;
  std::int32_t value = 0;
  for (char c : units) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  for (std::size_t i = 0; i < 2; ++i) {
    const char c = i < decimals.size() ? decimals[i] : '0';
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  if (value > whole.basis_points) return std::nullopt;
  return Ratio{value};
}

std::string to_percent(Ratio ratio) {
  std::string out = std::to_string(ratio.basis_points / 100);
  if (const int rest = ratio.basis_points % 100; rest != 0) {
    out += '.';
    out += static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
  }
  return out + '%';
}

}  // namespace mingbai
