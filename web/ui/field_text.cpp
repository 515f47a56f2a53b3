#include "web/ui/field_text.h"

#include <algorithm>

namespace mingbai::ui {
namespace {

constexpr std::size_t shown_at_each_end = 4;

bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string shown_money(std::string_view typed) {
  std::string plain;
  for (const char c : typed)
    if (c != ',' && c != ' ') plain += c;
  const std::size_t point = plain.find('.');
  std::string whole = plain.substr(0, point);
  std::string cents = point == std::string::npos ? "" : plain.substr(point + 1);
  if (whole.empty() || !all_digits(whole) || !all_digits(cents) || cents.size() > 2)
    return std::string(typed);
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  cents.resize(2, '0');
  for (std::size_t at = whole.size(); at > 3; at -= 3) whole.insert(at - 3, 1, ',');
  return whole + "." + cents;
}

std::string shown_identity(std::string_view typed) {
  if (typed.size() <= 2 * shown_at_each_end) return std::string(typed);
  std::string masked(typed);
  std::fill(masked.begin() + shown_at_each_end, masked.end() - shown_at_each_end, '*');
  return masked;
}

std::string dots(std::string_view typed) {
  std::string out;
  for (std::size_t i = 0; i < typed.size(); ++i)
    if ((static_cast<unsigned char>(typed[i]) & 0xC0) != 0x80) out += "•";
  return out;
}

}  // namespace mingbai::ui
