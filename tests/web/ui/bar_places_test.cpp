#include "web/ui/bar_places.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace mingbai::ui;
using Catch::Approx;

namespace {

constexpr Rect room{10, 20, 300, 100};

ColumnPlaces places(std::initializer_list<std::int64_t> values) { return column_places(std::vector(values), room); }

}  // namespace

TEST_CASE("the number stands over the highest day, wherever it is") {
  CHECK(places({0, 3, 12, 5}).highest == 2);
  CHECK(places({12, 3, 0}).highest == 0);
  CHECK(places({0, 0, 1}).highest == 2);
  const ColumnPlaces few = places({0, 3, 12, 5});
  for (std::size_t i = 0; i < few.columns.size(); ++i) CHECK(few.columns[i].y >= few.columns[*few.highest].y);
  CHECK(few.columns[*few.highest].y == Approx(room.y));
}

TEST_CASE("of days alike the first has the number, and where nothing came none has") {
  CHECK(places({1, 7, 7}).highest == 1);
  CHECK_FALSE(places({0, 0, 0}).highest);
  CHECK(places({}).columns.empty());
  CHECK_FALSE(places({}).highest);
}

TEST_CASE("columns stand on the axis, as high as their share of the highest") {
  const ColumnPlaces all = places({5, 0, 10, 1'000'000'000, 1});
  for (const Rect& column : all.columns) CHECK(column.bottom() == Approx(room.bottom()));
  CHECK(places({5, 10}).columns[0].h == Approx(50));
  CHECK(all.columns[1].h == 0);
  CHECK(all.columns[4].h == 2);  // little, and still seen
}

TEST_CASE("columns fill the room from end to end, each in the middle of its slot") {
  const ColumnPlaces thirty = column_places(std::vector<std::int64_t>(30, 4), room);
  CHECK(thirty.slots.front().x == Approx(room.x));
  CHECK(thirty.slots.back().right() == Approx(room.right()));
  for (std::size_t i = 0; i < thirty.columns.size(); ++i) CHECK(thirty.columns[i].centre_x() == Approx(thirty.slots[i].centre_x()));
  CHECK(thirty.columns.front().w == Approx(7));
  CHECK(places({1}).columns.front().w == 32);
  CHECK(column_places(std::vector<std::int64_t>(3660, 1), room).columns.front().w == 2);
}

TEST_CASE("a bar of something is at least 2 px long, a bar of nothing has no length") {
  CHECK(bar_length(1, 1'000'000, 100) == 2);
  CHECK(bar_length(50, 100, 100) == Approx(50));
  CHECK(bar_length(0, 100, 100) == 0);
  CHECK(bar_length(0, 0, 100) == 0);
}
