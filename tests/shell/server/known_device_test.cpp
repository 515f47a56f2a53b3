// A mark is known to the server that gave it, for the login it was given for, and only unchanged.

#include "shell/server/known_device.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "shell/server/headers.h"
#include "shell/server/password.h"

namespace mingbai::server {
namespace {

const std::string secret(64, 'a');

std::string cookie(const std::string& mark) {
  const std::string set = device_cookie(mark).value;
  return set.substr(0, set.find(';'));
}

TEST_CASE("a device that was logged in is known again, among other cookies, too") {
  REQUIRE(start_sodium());
  const std::string mark = new_mark(secret, "anna");
  const auto key = known_device(secret, "anna", cookie(mark));
  REQUIRE(key);
  CHECK(known_device(secret, "anna", "__Host-mingbai=" + std::string(43, 'b') + "; " + cookie(mark)) == key);
  CHECK(known_device(secret, "anna", cookie(new_mark(secret, "anna"))) != key);
  CHECK(session_token("__Host-mingbai=" + std::string(43, 'b') + "; " + cookie(mark)) == std::string(43, 'b'));
}

TEST_CASE("a mark of another login, of another server or with a character changed is none") {
  REQUIRE(start_sodium());
  const std::string mark = new_mark(secret, "anna");
  CHECK_FALSE(known_device(secret, "bert", cookie(mark)));
  CHECK_FALSE(known_device(std::string(64, 'b'), "anna", cookie(mark)));
  CHECK_FALSE(known_device("", "anna", cookie(new_mark("", "anna"))));
  CHECK_FALSE(known_device(secret, "anna", ""));
  CHECK_FALSE(known_device(secret, "anna", cookie("")));
  CHECK_FALSE(known_device(secret, "anna", cookie(mark.substr(0, mark.find('.')))));
  for (std::size_t at = 0; at < mark.size(); ++at) {
    std::string changed = mark;
    changed[at] = changed[at] == 'x' ? 'y' : 'x';
    CHECK_FALSE(known_device(secret, "anna", cookie(changed)));
  }
}

TEST_CASE("the mark tells nothing of the login and is for this host alone") {
  REQUIRE(start_sodium());
  const Header header = device_cookie(new_mark(secret, "anna"));
  CHECK(header.name == "Set-Cookie");
  CHECK(header.value.starts_with("__Host-mingbai-device="));
  CHECK(header.value.find("; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=") != std::string::npos);
  CHECK(header.value.find("anna") == std::string::npos);
}

TEST_CASE("a hundred thousand session tokens are all different, of 43 characters from an alphabet of 64") {
  std::set<std::string> seen;
  std::array<std::set<char>, 43> alphabet;
  for (int i = 0; i < 100'000; ++i) {
    const std::string token = new_token();
    REQUIRE(token.size() == 43);
    for (std::size_t at = 0; at < 43; ++at) alphabet[at].insert(token[at]);
    seen.insert(token);
  }
  CHECK(seen.size() == 100'000);
  for (std::size_t at = 0; at < 42; ++at) CHECK(alphabet[at].size() == 64);
  CHECK(alphabet[42].size() == 16);  // the last character carries the four bits that are left
}

}  // namespace
}  // namespace mingbai::server
