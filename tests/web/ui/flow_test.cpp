#include "web/ui/flow.h"

#include <catch2/catch_test_macros.hpp>

using namespace mingbai::ui;

namespace {

Rect put(Flow& flow, float width, float height, bool apart = false) {
  const Rect at = flow.place({.width = width, .height = height, .apart = apart});
  flow.take(at, at.w, height, apart);
  return at;
}

}  // namespace

TEST_CASE("a stack puts things below each other with its gap") {
  Flow flow({.x = 10, .y = 20, .width = 300, .gap = 8});
  CHECK(put(flow, 100, 30) == Rect{10, 20, 100, 30});
  CHECK(put(flow, 400, 30) == Rect{10, 58, 300, 30});
  flow.add_gap(12);
  CHECK(put(flow, 100, 10).y == 108.f);
}

TEST_CASE("sheets keep their distance from their neighbours, not from the top") {
  Flow flow({.width = 300, .apart = 24});
  CHECK(put(flow, 300, 50, true).y == 0.f);
  CHECK(put(flow, 300, 50, true).y == 74.f);
  CHECK(put(flow, 300, 20).y == 148.f);
  CHECK(put(flow, 300, 20).y == 168.f);
}

TEST_CASE("a row wraps, and centres what is lower once it knows the line") {
  Remembered memory;
  for (int pass = 0; pass < 2; ++pass) {
    Flow row({.kind = Flow::Kind::row, .width = 100, .gap = 10, .line_gap = 5, .memory = &memory});
    const Rect first = put(row, 40, 20), second = put(row, 40, 40), third = put(row, 40, 10);
    CHECK(second == Rect{50, 0, 40, 40});
    CHECK(third == Rect{0, 45, 40, 10});
    CHECK(first.y == (pass == 0 ? 0.f : 10.f));
    CHECK(row.finish() == (pass == 0));
    CHECK(row.used_height() == 55.f);
  }
}

TEST_CASE("a row aligns to its end with what it remembers") {
  Remembered memory;
  for (int pass = 0; pass < 2; ++pass) {
    Flow row({.kind = Flow::Kind::row, .width = 100, .gap = 10, .align = Align::end, .memory = &memory});
    const Rect first = put(row, 20, 10), second = put(row, 30, 10);
    if (pass == 1) CHECK(first.x == 40.f);
    if (pass == 1) CHECK(second.right() == 100.f);
    row.finish();
  }
}

TEST_CASE("stretched things share the row equally") {
  Remembered memory;
  for (int pass = 0; pass < 2; ++pass) {
    Flow row({.kind = Flow::Kind::row, .width = 100, .gap = 10, .align = Align::stretch, .memory = &memory});
    const Rect first = put(row, 5, 10), second = put(row, 30, 10);
    if (pass == 1) CHECK(first.w == 45.f);
    if (pass == 1) CHECK(second == Rect{55, 0, 45, 10});
    row.finish();
  }
}
