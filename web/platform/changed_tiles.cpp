#include "web/platform/changed_tiles.h"

#include <algorithm>
#include <limits>

namespace mingbai::platform {
namespace {

constexpr int tiles(int pixels) { return (pixels + ChangedTiles::side - 1) / ChangedTiles::side; }

PixelBox around(const PixelBox& a, const PixelBox& b) {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}

long area(const PixelBox& box) { return static_cast<long>(box.right - box.left) * (box.bottom - box.top); }

// Two become the box around them, and whatever that box meets goes into it: boxes stay apart.
void join(std::vector<PixelBox>& boxes, std::size_t first, std::size_t second) {
  PixelBox joined = around(boxes[first], boxes[second]);
  boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(second));
  boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(first));
  for (auto met = boxes.begin(); (met = std::ranges::find_if(boxes, [&](const PixelBox& box) {
                                    return box.touches(joined);
                                  })) != boxes.end();) {
    joined = around(joined, *met);
    boxes.erase(met);
  }
  boxes.push_back(joined);
}

// The two whose union covers the least that neither of them covers.
void join_nearest(std::vector<PixelBox>& boxes) {
  long least = std::numeric_limits<long>::max();
  std::size_t first = 0, second = 1;
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (std::size_t j = i + 1; j < boxes.size(); ++j)
      if (const long lost = area(around(boxes[i], boxes[j])) - area(boxes[i]) - area(boxes[j]);
          lost < least) {
        least = lost;
        first = i;
        second = j;
      }
  join(boxes, first, second);
}

}  // namespace

void ChangedTiles::begin(int width, int height) {
  if (width != width_ || height != height_) forget();
  width_ = width;
  height_ = height;
  across_ = tiles(width);
  down_ = tiles(height);
  now_.assign(static_cast<std::size_t>(across_) * static_cast<std::size_t>(down_), 0);
}

void ChangedTiles::paint(const PixelBox& where, std::uint64_t what) {
  const PixelBox inside = {std::max(where.left, 0), std::max(where.top, 0), std::min(where.right, width_),
                           std::min(where.bottom, height_)};
  if (inside.left >= inside.right || inside.top >= inside.bottom) return;
  const int left = inside.left / side, right = tiles(inside.right);
  const int top = inside.top / side, bottom = tiles(inside.bottom);
  for (int y = top; y < bottom; ++y)
    for (int x = left; x < right; ++x) {
      std::uint64_t& tile = now_[static_cast<std::size_t>(y * across_ + x)];
      tile = (tile ^ what) * 0x9e3779b97f4a7c15u;
      tile ^= tile >> 29;
    }
}

std::vector<PixelBox> ChangedTiles::end() {
  std::vector<PixelBox> boxes;
  if (before_.empty()) {
    boxes.push_back({0, 0, width_, height_});
  } else {
    const auto changed = [&](int x, int y) {
      const auto at = static_cast<std::size_t>(y * across_ + x);
      return x < across_ && before_[at] != now_[at];
    };
    for (int y = 0; y < down_; ++y)
      for (int x = 0; x < across_; ++x) {
        if (!changed(x, y)) continue;
        const int from = x;
        while (changed(x, y)) ++x;
        const PixelBox run{from * side, y * side, std::min(x * side, width_),
                           std::min((y + 1) * side, height_)};
        const auto above = std::ranges::find_if(boxes, [&](const PixelBox& box) {
          return box.left == run.left && box.right == run.right && box.bottom == run.top;
        });
        if (above != boxes.end())
          above->bottom = run.bottom;
        else
          boxes.push_back(run);
      }
    while (boxes.size() > most_boxes) join_nearest(boxes);
  }
  before_.swap(now_);
  return boxes;
}

}  // namespace mingbai::platform
