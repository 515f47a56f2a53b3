#include "web/screens/model/route.h"

#include <catch2/catch_test_macros.hpp>

namespace mingbai::screens {

TEST_CASE("a route comes back from its address as it was") {
  Route route{"calculator", {}};
  route.put("why", "referral");
  route.put("note", "中山 50,000 & 更多");
  CHECK(parse_route(to_hash(route)) == route);
}

TEST_CASE("an empty value is left out of the address") {
  Route route{"file", {}};
  route.put("draft", "");
  CHECK(to_hash(route) == "#/file");
}

TEST_CASE("an address nobody made is still read without harm") {
  CHECK(parse_route("").screen.empty());
  CHECK(parse_route("#/rules?document").fields.empty());
  CHECK(parse_route("#/x?a=%zz&b=1").get("a") == "%zz");
  CHECK(parse_route("#/x?a=%zz&b=1").get("b") == "1");
  CHECK(parse_route("#/x?=1&&").fields.empty());
}

}  // namespace mingbai::screens
