// Which part of a picture differs from the picture before: drawing that part alone is what makes a key cheap.
//
// The picture is cut into squares; each keeps one number made of everything painted into it, in its order.
// What is told is a box and a number for what is painted there; a square whose number is another one has
// changed. Two pictures that differ and give equal numbers are a matter of 2^-64 a square.
//
// for each picture: begin(size) … paint(box, what) … end() → disjoint boxes in pixels, none when nothing
// changed. After forget(), or with another size, everything has changed.
#pragma once

#include <cstdint>
#include <vector>

namespace mingbai::platform {

struct PixelBox {  // right and bottom are outside
  int left = 0, top = 0, right = 0, bottom = 0;
  bool operator==(const PixelBox&) const = default;
  bool touches(const PixelBox& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
};

class ChangedTiles {
 public:
  static constexpr int side = 32;
  static constexpr std::size_t most_boxes = 6;  // each is drawn by a pass of its own

  void begin(int width, int height);
  void paint(const PixelBox& where, std::uint64_t what);
  std::vector<PixelBox> end();
  void forget() { before_.clear(); }

 private:
  int width_ = 0, height_ = 0, across_ = 0, down_ = 0;
  std::vector<std::uint64_t> before_, now_;
};

}  // namespace mingbai::platform
