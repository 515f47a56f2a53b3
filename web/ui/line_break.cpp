#include "web/ui/line_break.h"

#include <algorithm>
#include <string_view>

namespace mingbai::ui {
namespace {

constexpr std::u32string_view closing = U"、，。：；！？）〕”’》」』】〉…—·%‰℃元.,:;!?)]}";
constexpr std::u32string_view opening = U"（〔“‘《「『【〈¥$([{#";
constexpr std::size_t issuer_length = 6;  // 楚医保办, 禄医保便签: what precedes 〔2022〕

bool one_of(std::u32string_view set, char32_t code) { return set.find(code) != std::u32string_view::npos; }
bool is_digit(char32_t code) { return code >= U'0' && code <= U'9'; }
bool is_blank(char32_t code) { return code == U' ' || code == U'\t'; }

// The next bracket before `at` that would make it part of an issuer's name: 楚医保办〔.
bool names_an_issuer(std::span<const Character> text, std::size_t at) {
  for (std::size_t i = at; i < text.size() && i < at + issuer_length; ++i) {
    if (text[i].code == U'〔') return true;
    if (!is_han(text[i].code)) return false;
  }
  return false;
}

bool may_break_before(std::span<const Character> text, std::size_t at) {
  const char32_t before = text[at - 1].code, after = text[at].code;
  if (is_blank(after)) return false;
  if (is_blank(before)) {
    const bool number_and_measure = at >= 2 && is_digit(text[at - 2].code) && is_han(after);
    return !number_and_measure && after != U'·';
  }
  if (after == U'元' && !is_digit(before)) return is_han(before) && !names_an_issuer(text, at);
  if (one_of(closing, after) || one_of(opening, before)) return false;
  if (before == U'元') return is_han(after) || one_of(opening, after);
  if (after == U'〔' || (before == U'〕' && is_digit(after))) return false;
  if (after == U'号' && is_digit(before)) return false;
  if (before == U'第' && is_digit(after)) return false;
  if (is_han(before) && is_han(after)) return !names_an_issuer(text, at);
  const bool wide = is_han(before) || is_han(after) || one_of(closing.substr(0, 20), before) ||
                    one_of(opening.substr(0, 9), after);
  return wide;
}

std::size_t trimmed(std::span<const Character> text, std::size_t begin, std::size_t end) {
  while (end > begin && (is_blank(text[end - 1].code) || text[end - 1].code == U'\n')) --end;
  return end;
}

float width_of(std::span<const Character> text, std::size_t begin, std::size_t end) {
  float width = 0;
  for (std::size_t i = begin; i < end; ++i) width += text[i].advance;
  return width;
}

Line make_line(std::span<const Character> text, std::size_t begin, std::size_t end) {
  const std::size_t visible = trimmed(text, begin, end);
  return {begin, visible, width_of(text, begin, visible)};
}

int han_count(std::span<const Character> text, const Line& line) {
  return static_cast<int>(std::count_if(text.begin() + line.begin, text.begin() + line.end,
                                        [](const Character& c) { return !one_of(closing, c.code); }));
}

// Gives the last line a second character when it holds only one.
void keep_company(std::span<const Character> text, std::vector<Line>& lines) {
  if (lines.size() < 2 || han_count(text, lines.back()) != 1) return;
  Line& previous = lines[lines.size() - 2];
  std::size_t at = lines.back().begin - 1;
  if (text[at].code == U'\n') return;
  while (at > previous.begin + 1 && !may_break_before(text, at)) --at;
  if (at <= previous.begin + 1) return;
  lines.back() = make_line(text, at, lines.back().end);
  previous = make_line(text, previous.begin, at);
}

}  // namespace

bool is_han(char32_t code) {
  return (code >= 0x2E80 && code <= 0x2FDF) || (code >= 0x3400 && code <= 0x9FFF) ||
         (code >= 0xF900 && code <= 0xFAFF) || (code >= 0x20000 && code <= 0x3FFFF) || code == U'〇' ||
         code == U'々';
}

void break_lines(std::span<const Character> text, float width, LastLine last, std::vector<Line>& lines) {
  lines.clear();
  std::size_t begin = 0, chance = 0;
  float used = 0;
  const auto finish = [&](std::size_t end) {
    lines.push_back(make_line(text, begin, end));
    begin = end;
    while (begin < text.size() && is_blank(text[begin].code)) ++begin;
    chance = begin;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at].code == U'\n') {
      lines.push_back(make_line(text, begin, at));
      begin = chance = at + 1;
      used = 0;
      continue;
    }
    if (at > begin && may_break_before(text, at)) chance = at;
    used += text[at].advance;
    if (used <= width + 0.01f || is_blank(text[at].code) || at == begin) continue;
    finish(chance > begin ? chance : at);
    if (begin > at) at = begin;
    used = width_of(text, begin, at + 1);
  }
  if (begin < text.size() || lines.empty()) lines.push_back(make_line(text, begin, text.size()));
  if (last == LastLine::no_single_character) keep_company(text, lines);
}

}  // namespace mingbai::ui
