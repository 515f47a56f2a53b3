#include "shell/server/device_name.h"

#include <catch2/catch_test_macros.hpp>

namespace mingbai::server {
namespace {

TEST_CASE("a device is known by its browser and system, and by nothing finer") {
  CHECK(
      device_name(
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 "
          "Safari/537.36 Edg/130.0.0.0") == "Edge, Windows");
  CHECK(device_name("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0") ==
        "Firefox, Linux");
  CHECK(
      device_name(
          "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0") ==
      "WeChat, iPhone");
  CHECK(device_name("Mozilla/5.0 (Linux; Android 14) Chrome/130.0 Mobile Safari/537.36") ==
        "Chrome, Android");
  CHECK(device_name("curl/8.0").empty());
  CHECK(device_name("").empty());
}

}  // namespace
}  // namespace mingbai::server
