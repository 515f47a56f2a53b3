#include "core/filing/receipt_number.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace mingbai::filing {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t shortest_sequence = 4;

std::string base32(std::int64_t number) {
  std::string text;
  for (; number > 0; number /= 32) text += alphabet[static_cast<std::size_t>(number % 32)];
  text.append(text.size() < shortest_sequence ? shortest_sequence - text.size() : 0, '0');
  std::reverse(text.begin(), text.end());
  return text;
}

// Luhn modulo 32 from the right; letters outside the alphabet (none in practice) count as nothing.
char check_character(std::string_view body) {
  std::size_t sum = 0, factor = 2;
  for (auto at = body.rbegin(); at != body.rend(); ++at) {
    const auto value = alphabet.find(*at);
    if (value == std::string_view::npos) continue;
    const std::size_t product = value * factor;
    sum += product / 32 + product % 32;
    factor = factor == 2 ? 1 : 2;
  }
  return alphabet[(32 - sum % 32) % 32];
}

bool is_vowel(char c) { return std::string_view("aeiouv").find(c) != std::string_view::npos; }

// "zhongshan": the last vowels are "a", the consonants before them "ngsh", the syllable begins at "sh".
char last_initial(std::string_view pinyin) {
  std::size_t at = pinyin.size();
  while (at > 0 && !is_vowel(pinyin[at - 1])) --at;
  while (at > 0 && is_vowel(pinyin[at - 1])) --at;
  if (at == 0) return pinyin.front();
  const char initial = pinyin[at - 1];
  const char before = at > 1 ? pinyin[at - 2] : ' ';
  return initial == 'h' && (before == 's' || before == 'c' || before == 'z') ? before : initial;
}

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

}  // namespace

std::string region_letters(std::string_view policy_id) {
  const std::string_view pinyin =
      policy_id.substr(0, policy_id.find_first_not_of("abcdefghijklmnopqrstuvwxyz"));
  if (pinyin.size() < 2) return "MB";
  return {upper(pinyin.front()), upper(last_initial(pinyin))};
}

std::string receipt_number(std::string_view policy_id, Date day, std::int64_t sequence) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day.days}}};
  char stamp[16];
  std::snprintf(stamp, sizeof stamp, "%02d%02u%02u-", static_cast<int>(date.year()) % 100,
                static_cast<unsigned>(date.month()) % 100, static_cast<unsigned>(date.day()) % 100);
  const std::string body = region_letters(policy_id) + stamp + base32(sequence);
  return body + check_character(body);
}

bool is_receipt_number(std::string_view number) {
  if (number.size() < 2 + 6 + 1 + shortest_sequence + 1 || number.size() > 32 || number[8] != '-')
    return false;
  for (std::size_t at = 0; at < number.size(); ++at) {
    const char c = number[at];
    const bool fits = at < 2    ? c >= 'A' && c <= 'Z'
                      : at < 8  ? c >= '0' && c <= '9'
                      : at == 8 ? c == '-'
                                : alphabet.find(c) != std::string_view::npos;
    if (!fits) return false;
  }
  return check_character(number.substr(0, number.size() - 1)) == number.back();
}

}  // namespace mingbai::filing
