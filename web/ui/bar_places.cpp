#include "web/ui/bar_places.h"

#include <algorithm>

namespace mingbai::ui {
namespace {

constexpr float least_bar = 2, widest_column = 32, column_share = 0.7f;

}  // namespace

float bar_length(std::int64_t value, std::int64_t largest, float room) {
  if (value <= 0 || largest <= 0) return 0;
  return std::max(least_bar,
                  static_cast<float>(static_cast<double>(value) / static_cast<double>(largest)) * room);
}

ColumnPlaces column_places(std::span<const std::int64_t> values, const Rect& room) {
  ColumnPlaces places;
  if (values.empty()) return places;
  const auto highest = std::ranges::max_element(values);
  if (*highest > 0) places.highest = static_cast<std::size_t>(highest - values.begin());
  const float step = room.w / static_cast<float>(values.size()),
              width = std::min(widest_column, std::max(least_bar, step * column_share));
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Rect slot{room.x + step * static_cast<float>(i), room.y, step, room.h};
    const float height = bar_length(values[i], *highest, room.h);
    places.slots.push_back(slot);
    places.columns.push_back({slot.centre_x() - width / 2, room.bottom() - height, width, height});
  }
  return places;
}

}  // namespace mingbai::ui
