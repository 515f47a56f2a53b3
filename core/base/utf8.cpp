#include "core/base/utf8.h"

#include <cstdint>
#include <cstring>

namespace mingbai {
namespace {

struct Decoded {
  char32_t point = 0;
  std::size_t length = 0;  // 0: not well formed
};

Decoded decode(std::string_view s, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
  const unsigned lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + length > s.size()) return {};
  char32_t point = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0u) != 0x80u) return {};
    point = (point << 6) | (byte(at + i) & 0x3Fu);
  }
  const bool overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (overlong || surrogate || point > 0x10FFFF) return {};
  return {point, length};
}

// How many characters of ASCII stand there, looked at eight at a time.
std::size_t ascii_from(std::string_view s, std::size_t at) {
  const std::size_t first = at;
  for (std::uint64_t eight; at + sizeof eight <= s.size(); at += sizeof eight) {
    std::memcpy(&eight, s.data() + at, sizeof eight);
    if ((eight & 0x8080808080808080u) != 0) break;
  }
  while (at < s.size() && static_cast<unsigned char>(s[at]) < 0x80) ++at;
  return at - first;
}

bool wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFD);
}

}  // namespace

std::optional<std::size_t> first_invalid_byte(std::string_view s) {
  for (std::size_t at = 0; at < s.size();) {
    at += ascii_from(s, at);
    if (at == s.size()) break;
    const auto [point, length] = decode(s, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

std::u32string to_code_points(std::string_view s) {
  std::u32string out;
  for (std::size_t at = 0; at < s.size();) {
    const auto [point, length] = decode(s, at);
    out.push_back(length == 0 ? U'\uFFFD' : point);
    at += length == 0 ? 1 : length;
  }
  return out;
}

std::size_t columns(std::string_view s) {
  std::size_t sum = 0;
  for (char32_t c : to_code_points(s)) sum += wide(c) ? 2 : 1;
  return sum;
}

}  // namespace mingbai
