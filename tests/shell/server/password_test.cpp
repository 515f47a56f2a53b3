#include "shell/server/password.h"

#include <sodium.h>

#include <catch2/catch_test_macros.hpp>

namespace mingbai::server {
namespace {

TEST_CASE("an unknown login costs the same work as a known one") {
  REQUIRE(start_sodium());
  const auto somebodys = password_hash("correct horse battery");
  REQUIRE(somebodys);
  const auto salt = somebodys->find("p=1$") + 4;
  CHECK(nobodys_hash().substr(0, salt) == somebodys->substr(0, salt));
  CHECK(nobodys_hash().size() == somebodys->size());
  CHECK(crypto_pwhash_str_needs_rehash(nobodys_hash().c_str(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                       crypto_pwhash_MEMLIMIT_INTERACTIVE) == 0);
}

TEST_CASE("nobody's hash is no password's, and the right password is told from the wrong one") {
  REQUIRE(start_sodium());
  CHECK_FALSE(password_matches("", "correct horse battery"));
  CHECK_FALSE(password_matches("", ""));
  const auto hash = password_hash("correct horse battery");
  REQUIRE(hash);
  CHECK(password_matches(*hash, "correct horse battery"));
  CHECK_FALSE(password_matches(*hash, "correct horse batterz"));
}

}  // namespace
}  // namespace mingbai::server
