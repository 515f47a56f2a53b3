#include "web/screens/model/account_devices.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/web/screens/model/packs_in_hand.h"

namespace mingbai::screens {

TEST_CASE("the devices of an account are told by name, with this one marked") {
  const auto devices = account_devices(R"({"sessions": [
    {"id": "a", "device": "Firefox, Windows", "seen_at": "2026-11-22T01:00:00Z", "current": true},
    {"id": "b", "device": "", "seen_at": "2026-11-20T01:00:00Z", "current": false}]})", zh);
  REQUIRE(devices.size() == 2);
  CHECK(devices[0].current);
  CHECK(devices[0].seen == "2026-11-22 09:00");
  CHECK(devices[1].name == "不认识的设备");
  CHECK(account_devices("<html>", zh).empty());
}

}  // namespace mingbai::screens
