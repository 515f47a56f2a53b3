#include "core/base/identity_number.h"

#include <array>

namespace mingbai {

char check_digit(std::string_view seventeen_digits) {
  constexpr std::array<int, 17> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * (seventeen_digits[i] - '0');
  return "10X98765432"[sum % 11];
}

std::expected<IdentityNumber, IdentityFault> parse_identity_number(std::string_view written) {
  if (written.size() != 18) return std::unexpected(IdentityFault::not_18_characters);
  std::string text(written);
  if (text.back() == 'x') text.back() = 'X';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (!digit && !(i == 17 && text[i] == 'X')) return std::unexpected(IdentityFault::not_digits);
  }
  const auto born = parse_date(text.substr(6, 4) + '-' + text.substr(10, 2) + '-' + text.substr(12, 2));
  if (!born) return std::unexpected(IdentityFault::no_such_birth_date);
  if (check_digit(std::string_view(text).substr(0, 17)) != text.back())
    return std::unexpected(IdentityFault::wrong_check_digit);
  return IdentityNumber{std::move(text), *born};
}

}  // namespace mingbai
