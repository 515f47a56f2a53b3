#include "core/base/utf8.h"

#include <catch2/catch_test_macros.hpp>

using namespace mingbai;

TEST_CASE("well-formed text has no invalid byte") {
  CHECK_FALSE(first_invalid_byte(""));
  CHECK_FALSE(first_invalid_byte("医保 abc 𠮷"));
}

TEST_CASE("the first byte that is no character is named") {
  CHECK(first_invalid_byte("ab\xFF") == 2);
  CHECK(first_invalid_byte("\xC0\xAF") == 0);          // overlong
  CHECK(first_invalid_byte("\xE0\x80\x80") == 0);      // overlong
  CHECK(first_invalid_byte("\xED\xA0\x80") == 0);      // surrogate
  CHECK(first_invalid_byte("\xF4\x90\x80\x80") == 0);  // past the last code point
  CHECK(first_invalid_byte("\xE5\x8C") == 0);          // cut off
  CHECK(first_invalid_byte("a\x80") == 1);
}

TEST_CASE("a Chinese character takes two columns") {
  CHECK(columns("医保abc") == 7);
  CHECK(columns("50,000.00 − 1") == 13);
}
