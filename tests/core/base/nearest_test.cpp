#include "core/base/nearest.h"

#include <catch2/catch_test_macros.hpp>
#include <vector>

using namespace mingbai;

TEST_CASE("swapped letters count as one slip") {
  CHECK(edit_distance("scheme", "shceme") == 1);
  CHECK(edit_distance("中山", "中山市") == 1);
  CHECK(edit_distance("", "abc") == 3);
}

TEST_CASE("the nearest known name is offered, and nothing when all are far") {
  const std::vector<std::string> known{"employee_pooled", "employee_combined", "resident"};
  CHECK(nearest_name("employe_combined", known) == "employee_combined");
  CHECK(nearest_name("residents", known) == "resident");
  CHECK_FALSE(nearest_name("supplementary", known));
  CHECK_FALSE(nearest_name("", known));
  CHECK_FALSE(nearest_name("x", {}));
}
