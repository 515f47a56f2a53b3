#include "web/ui/piece_widths.h"

#include <algorithm>

namespace mingbai::ui {

std::vector<float> piece_widths(std::span<const std::int64_t> weights, float length, float part,
                                float least) {
  std::vector<float> widths(weights.size(), 0.f);
  const auto shown = std::ranges::count_if(weights, [](std::int64_t w) { return w > 0; });
  if (shown == 0) return widths;
  const float room = std::max(0.f, length - part * static_cast<float>(shown - 1));
  std::vector<bool> held(weights.size(), false);
  for (bool again = true; again;) {
    again = false;
    float left = room;
    double total = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (held[i])
        left -= least;
      else if (weights[i] > 0)
        total += static_cast<double>(weights[i]);
    }
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (weights[i] <= 0) continue;
      widths[i] = held[i] ? least : static_cast<float>(left * static_cast<double>(weights[i]) / total);
      if (!held[i] && widths[i] < least && static_cast<float>(shown) * least < room) held[i] = again = true;
    }
  }
  return widths;
}

std::vector<float> spread_apart(std::span<const float> wanted, float apart, float from, float to) {
  std::vector<float> at(wanted.begin(), wanted.end());
  for (std::size_t i = 0; i < at.size(); ++i) at[i] = std::max(at[i], i == 0 ? from : at[i - 1] + apart);
  float limit = to;
  for (std::size_t i = at.size(); i-- > 0; limit = at[i] - apart) at[i] = std::min(at[i], limit);
  return at;
}

}  // namespace mingbai::ui
