#include "web/ui/piece_widths.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <numeric>

using namespace mingbai::ui;

TEST_CASE("pieces and the gaps between them fill the length") {
  const std::int64_t weights[] = {500000, 900000, 100000, 525000, 2975000};
  const auto widths = piece_widths(weights, 1000, 2, 4);
  CHECK(std::accumulate(widths.begin(), widths.end(), 0.f) == Catch::Approx(1000 - 4 * 2));
  CHECK(widths[4] / widths[0] == Catch::Approx(5.95).epsilon(0.001));
}

TEST_CASE("a small share is still seen") {
  const std::int64_t weights[] = {1, 1000000};
  const auto widths = piece_widths(weights, 500, 2, 4);
  CHECK(widths[0] == 4.f);
  CHECK(widths[0] + widths[1] == Catch::Approx(498));
}

TEST_CASE("nothing takes no room and no gap") {
  const std::int64_t weights[] = {10, 0, 10};
  const auto widths = piece_widths(weights, 102, 2, 4);
  CHECK(widths == std::vector<float>{50, 0, 50});
  const std::int64_t none[] = {0, 0};
  CHECK(piece_widths(none, 100, 2, 4) == std::vector<float>{0, 0});
}

TEST_CASE("discs of narrow pieces move apart and stay on the bar") {
  const float wanted[] = {10, 12, 14};
  CHECK(spread_apart(wanted, 24, 0, 100) == std::vector<float>{10, 34, 58});
  const float late[] = {90, 95, 99};
  CHECK(spread_apart(late, 24, 0, 100) == std::vector<float>{52, 76, 100});
}
