// Rectangles in CSS pixels.
#pragma once

#include <algorithm>

namespace mingbai::ui {

struct Point {
  float x = 0, y = 0;
};

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;

  constexpr float right() const { return x + w; }
  constexpr float bottom() const { return y + h; }
  constexpr float centre_x() const { return x + w / 2; }
  constexpr float centre_y() const { return y + h / 2; }
  constexpr Rect inset(float by) const { return inset(by, by); }
  constexpr Rect inset(float dx, float dy) const {
    return {x + dx, y + dy, std::max(0.f, w - 2 * dx), std::max(0.f, h - 2 * dy)};
  }
  constexpr Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
  // The part from `from` to `to`, as shares of the width.
  constexpr Rect slice(float from, float to) const { return {x + w * from, y, w * (to - from), h}; }
  constexpr bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
  bool operator==(const Rect&) const = default;
};

}  // namespace mingbai::ui
