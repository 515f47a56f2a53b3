#include "core/base/identity_number.h"

#include <catch2/catch_test_macros.hpp>

using namespace mingbai;

// 11010519491231002X and 440524188001010014 are the published examples of GB 11643; every other number here
// is invented.

TEST_CASE("the examples of GB 11643 are right") {
  CHECK(parse_identity_number("11010519491231002X").has_value());
  CHECK(parse_identity_number("440524188001010014").has_value());
  CHECK(to_iso(parse_identity_number("11010519491231002X")->born) == "1949-12-31");
}

TEST_CASE("a small x is written large") {
  CHECK(parse_identity_number("11010519491231002x")->text == "11010519491231002X");
}

TEST_CASE("every wrong check character is noticed") {
  for (const char c : std::string_view("0123456789"))
    CHECK(parse_identity_number("11010519491231002" + std::string(1, c)).error() ==
          IdentityFault::wrong_check_digit);
}

TEST_CASE("two digits that changed places are noticed") {
  CHECK(parse_identity_number("110105194912130020").error() == IdentityFault::wrong_check_digit);
}

TEST_CASE("the birth date must exist") {
  CHECK(parse_identity_number("110105194902300020").error() == IdentityFault::no_such_birth_date);
  CHECK(parse_identity_number("110105194913310020").error() == IdentityFault::no_such_birth_date);
}

TEST_CASE("eighteen characters, digits, the last one X at most") {
  CHECK(parse_identity_number("1101051949123100").error() == IdentityFault::not_18_characters);
  CHECK(parse_identity_number("").error() == IdentityFault::not_18_characters);
  CHECK(parse_identity_number("1101051949123100X2").error() == IdentityFault::not_digits);
  CHECK(parse_identity_number("11010519491231002Y").error() == IdentityFault::not_digits);
}
