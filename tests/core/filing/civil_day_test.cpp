#include "core/filing/civil_day.h"

#include <catch2/catch_test_macros.hpp>

namespace mingbai::filing {

TEST_CASE("the day in China begins at 16:00 UTC of the day before") {
  constexpr Date saturday{20778};  // 2026-11-21
  CHECK(day_in_china(*sync::read_utc("2026-11-21T00:00:00Z")) == saturday);
  CHECK(day_in_china(*sync::read_utc("2026-11-21T15:59:59Z")) == saturday);
  CHECK(day_in_china(*sync::read_utc("2026-11-21T16:00:00Z")) == saturday + 1);
  CHECK(day_in_china(-1).days == 0);
}

}  // namespace mingbai::filing
