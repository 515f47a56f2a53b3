#include "web/platform/changed_tiles.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>

using namespace mingbai::platform;

namespace {

struct Painted {
  PixelBox where;
  std::uint64_t what;
};
using Picture = std::vector<Painted>;

constexpr int width = 400, height = 300, side = ChangedTiles::side;

std::vector<PixelBox> changes(ChangedTiles& tiles, const Picture& picture, int wide = width,
                              int high = height) {
  tiles.begin(wide, high);
  for (const auto& [where, what] : picture) tiles.paint(where, what);
  return tiles.end();
}

const Picture card = {{{0, 0, 400, 300}, 1}, {{40, 40, 360, 260}, 2}, {{50, 50, 60, 64}, 3}};

bool covered(const std::vector<PixelBox>& boxes, int x, int y) {
  for (const PixelBox& box : boxes)
    if (box.touches({x, y, x + 1, y + 1})) return true;
  return false;
}

}  // namespace

TEST_CASE("the first picture, and the first of another size, has changed as a whole") {
  ChangedTiles tiles;
  CHECK(changes(tiles, card) == std::vector<PixelBox>{{0, 0, width, height}});
  CHECK(changes(tiles, card, 200, 100) == std::vector<PixelBox>{{0, 0, 200, 100}});
}

TEST_CASE("the same picture again has not changed, unless what was drawn is lost") {
  ChangedTiles tiles;
  changes(tiles, card);
  CHECK(changes(tiles, card).empty());
  tiles.forget();
  CHECK(changes(tiles, card) == std::vector<PixelBox>{{0, 0, width, height}});
  CHECK(changes(tiles, card).empty());
}

TEST_CASE("a character that becomes another one changes the squares it stands in") {
  ChangedTiles tiles;
  Picture typed = card;
  changes(tiles, typed);
  typed.back().what = 4;
  CHECK(changes(tiles, typed) == std::vector<PixelBox>{{side, side, 2 * side, 2 * side}});
}

TEST_CASE("what goes away has changed, and so has the order of what lies on each other") {
  ChangedTiles tiles;
  Picture picture = card;
  changes(tiles, picture);
  picture.pop_back();
  CHECK(changes(tiles, picture).size() == 1);
  std::swap(picture[0], picture[1]);
  CHECK(covered(changes(tiles, picture), 200, 150));
}

TEST_CASE("what is painted outside of the picture is of no matter") {
  ChangedTiles tiles;
  Picture picture = card;
  changes(tiles, picture);
  picture.push_back({{-90, -90, -10, -10}, 5});
  picture.push_back({{400, 0, 500, 300}, 6});
  picture.push_back({{50, 50, 50, 90}, 7});
  CHECK(changes(tiles, picture).empty());
}

TEST_CASE("the boxes are few, apart, inside of the picture, and hold every square that changed") {
  std::mt19937 chance(20260101);
  const auto up_to = [&](int most) { return static_cast<int>(chance() % static_cast<unsigned>(most)); };
  for (int round = 0; round < 300; ++round) {
    Picture picture;
    for (int i = 0; i < 40; ++i) {
      const int x = up_to(width), y = up_to(height);
      picture.push_back({{x, y, x + 1 + up_to(60), y + 1 + up_to(60)}, chance()});
    }
    ChangedTiles tiles;
    changes(tiles, picture);
    std::vector<PixelBox> touched;
    for (int i = up_to(12); i > 0; --i) {
      Painted& one = picture[static_cast<std::size_t>(up_to(40))];
      ++one.what;
      touched.push_back(one.where);
    }
    const auto boxes = changes(tiles, picture);
    CHECK(boxes.size() <= ChangedTiles::most_boxes);
    CHECK(boxes.empty() == touched.empty());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      CHECK(boxes[i].left >= 0);
      CHECK(boxes[i].right <= width);
      CHECK(boxes[i].bottom <= height);
      for (std::size_t j = i + 1; j < boxes.size(); ++j) CHECK_FALSE(boxes[i].touches(boxes[j]));
    }
    for (const PixelBox& box : touched)
      for (int y = box.top; y < std::min(box.bottom, height); y += 7)
        for (int x = box.left; x < std::min(box.right, width); x += 7) CHECK(covered(boxes, x, y));
  }
}
