#pragma once
// The citizen identity number (公民身份号码) of GB 11643-1999: six digits of place, the birth date, three
// digits of sequence and a check character of ISO 7064 MOD 11-2.
//
// Checked are the form, that the birth date exists, and the check character. The place is not: it is that of
// the first registration and may long have been renamed. "11010519491231002X" is the standard's own example.

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "core/base/date.h"

namespace mingbai {

struct IdentityNumber {
  std::string text;  // 18 characters, a final x written X
  Date born;
};

enum class IdentityFault : std::uint8_t {
  not_18_characters,
  not_digits,
  no_such_birth_date,
  wrong_check_digit
};

std::expected<IdentityNumber, IdentityFault> parse_identity_number(std::string_view);

// The check character of the first 17 digits.
char check_digit(std::string_view seventeen_digits);

}  // namespace mingbai
