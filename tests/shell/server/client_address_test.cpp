#include "shell/server/client_address.h"

#include <catch2/catch_test_macros.hpp>

namespace mingbai::server {
namespace {

TEST_CASE("without a proxy the other end of the connection counts, whatever it says of itself") {
  CHECK(client_address("127.0.0.1", "203.0.113.9", false) == "127.0.0.1");
  CHECK(client_address("198.51.100.7", "203.0.113.9", false) == "198.51.100.7");
}

TEST_CASE("behind a proxy the address that the proxy wrote last counts, and a stranger's header never") {
  CHECK(client_address("127.0.0.1", "203.0.113.9", true) == "203.0.113.9");
  CHECK(client_address("::1", "10.0.0.1, 203.0.113.9 ", true) == "203.0.113.9");
  CHECK(client_address("127.0.0.1", "2001:DB8::1", true) == "2001:db8::1");
  CHECK(client_address("198.51.100.7", "203.0.113.9", true) == "198.51.100.7");
}

TEST_CASE("a header that holds no address leaves the proxy's") {
  for (const char* words : {"", "unknown", "203.0.113.9,", "203.0.113.9:80", "203.0.113"})
    CHECK(client_address("127.0.0.1", words, true) == "127.0.0.1");
}

TEST_CASE("only a loopback address is this machine") {
  CHECK(is_this_machine("127.0.0.1"));
  CHECK(is_this_machine("::1"));
  CHECK_FALSE(is_this_machine("192.0.2.1"));
  CHECK_FALSE(is_this_machine(""));
}

}  // namespace
}  // namespace mingbai::server
