// Doubles carry whole fen exactly, and share them as whole numbers do.

#include "core/scenario/fen.h"

#include <catch2/catch_test_macros.hpp>

#include "core/scenario/shape.h"
#include "tests/core/contract/mutation.h"

using namespace mingbai;
using policy::StepKind;

namespace {

std::int64_t shared(std::int64_t sum, std::int32_t basis_points) {
  const auto ratio = scenario::figure_as<double>(StepKind::share, 0, basis_points);
  return scenario::to_fen(scenario::rounded_share(scenario::from_fen<double>(sum), ratio));
}

}  // namespace

TEST_CASE("fen come back from doubles as they went, below zero too") {
  const std::int64_t largest = scenario::sums_in_double_below - 1;
  for (const std::int64_t fen : {std::int64_t{0}, std::int64_t{1}, std::int64_t{-1}, largest, -largest}) {
    CHECK(scenario::from_fen<double>(fen) == static_cast<double>(fen));
    CHECK(scenario::to_fen(static_cast<double>(fen)) == fen);
  }
}

TEST_CASE("a share in doubles is rounded half up for every ratio, up to the largest sum") {
  test::Random random(52);
  const std::int64_t most = scenario::sums_in_double_below;
  for (std::int32_t basis_points = 0; basis_points <= 10000; ++basis_points)
    for (int i = 0; i < test::trials(20, 2000); ++i) {
      const std::int64_t drawn = (static_cast<std::int64_t>(random()) << 8 | test::pick(random, 256)) % most;
      // As drawn, near the largest, and where a half or nearly one is left.
      for (const std::int64_t sum : {drawn, most - 1 - drawn % 20000, drawn / 10000 * 10000 + 5000,
                                     drawn / 10000 * 10000 + 4999}) {
        if (sum >= most) continue;
        INFO(sum << " " << basis_points);
        REQUIRE(shared(sum, basis_points) == half_up(Money{sum}, Ratio{basis_points}).fen);
      }
    }
}

TEST_CASE("only ratios become shares of one") {
  CHECK(scenario::figure_as<double>(StepKind::share, 0, 8500) == 0.85);
  CHECK(scenario::figure_as<double>(StepKind::keep_share, 0, 10000) == 1.0);
  CHECK(scenario::figure_as<double>(StepKind::second_tier, 1, 6000) == 0.6);
  CHECK(scenario::figure_as<double>(StepKind::second_tier, 0, 1500000) == 1500000.0);
  CHECK(scenario::figure_as<double>(StepKind::deductible, 0, 30000) == 30000.0);
  CHECK(scenario::figure_as<std::int64_t>(StepKind::share, 0, 8500) == 8500);
}
