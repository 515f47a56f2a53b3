#include "web/screens/model/names.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/web/screens/model/packs_in_hand.h"

namespace mingbai::screens {

TEST_CASE("cities with schemes are offered, provinces are not") {
  REQUIRE(names().pack("zhongshan"));
  CHECK(names().pack("zhongshan")->region == "442000");
  CHECK(names().pack("guangdong") == nullptr);
}

TEST_CASE("places away from home: the own province first, home never") {
  const auto places = names().places_away_from("442000");
  REQUIRE(places.size() > 100);
  CHECK(places.front()->code.starts_with("44"));
  for (const RegionName* place : places) {
    CHECK(place->code != "442000");
    CHECK(place->is_place);
  }
}

TEST_CASE("a name nobody wrote is its key") {
  CHECK(names().region("999999", Language::zh) == "999999");
  CHECK(names().scheme("zhongshan", "x", Language::en) == "x");
  CHECK(names().choice("application.documents", "identity_card", Language::zh) == "居民身份证");
}

TEST_CASE("a bundle that cannot be read has no names and does no harm") {
  CHECK(Names::read(contract::Json()).packs().empty());
  CHECK(Names::read(contract::Json::parse(R"({"files": {"a/documents.json": [1, null], "regions.json": {}}})")).regions().empty());
}

}  // namespace mingbai::screens
