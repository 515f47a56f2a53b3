// Where the bars and columns of a chart stand. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "web/ui/geometry.h"

namespace mingbai::ui {

// What is not zero is at least 2 px long.
float bar_length(std::int64_t value, std::int64_t largest, float room);

// Columns side by side over `room`, on its lower edge and no higher than its upper one.
struct ColumnPlaces {
  std::vector<Rect> slots;             // the whole height, each as wide as the next
  std::vector<Rect> columns;           // without height where there is nothing
  std::optional<std::size_t> highest;  // has its number above it: the first of equals; none where all are nothing
};
ColumnPlaces column_places(std::span<const std::int64_t> values, const Rect& room);

}  // namespace mingbai::ui
