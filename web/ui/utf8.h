// Reading UTF-8 one character at a time. A broken byte reads as U+FFFD and moves on by one.
#pragma once

#include <cstddef>
#include <string_view>

namespace mingbai::ui {

inline char32_t next_character(std::string_view words, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(words[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return words[at++];
  const int extra = lead >= 0xF0 && lead < 0xF5   ? 3
                    : lead >= 0xE0 && lead < 0xF0 ? 2
                    : lead >= 0xC2 && lead < 0xE0 ? 1
                                                  : 0;
  if (extra == 0 || at + extra >= words.size()) return ++at, U'�';
  char32_t code = lead & (0x3F >> extra);
  for (int i = 1; i <= extra; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return ++at, U'�';
    code = code << 6 | (byte(at + i) & 0x3F);
  }
  at += extra + 1;
  return code;
}

}  // namespace mingbai::ui
