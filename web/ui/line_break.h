// Where a line of Chinese (with digits and Latin in it) may end. Pure: widths come in, lines go out.
//
// - Nothing of 、，。：；！？）〕”》· stands at the start of a line, nothing of （〔“《¥ at its end.
// - Latin words, dates, amounts and document numbers (楚医保办〔2022〕5号, 第2025010号) stay whole; so does a
//   number with its measure word (3 样).
// - The last line does not hold one Han character alone.
// - A word longer than the line is cut where it must be; '\n' ends a line by hand.
// Blanks at the end of a line hang outside and are not part of its width.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace mingbai::ui {

struct Character {
  char32_t code = 0;
  float advance = 0;  // CSS px
};

struct Line {
  std::size_t begin = 0, end = 0;  // characters, end excluded
  float width = 0;
  bool operator==(const Line&) const = default;
};

enum class LastLine { as_it_falls, no_single_character };

void break_lines(std::span<const Character> text, float width, LastLine last, std::vector<Line>& lines);

bool is_han(char32_t code);

}  // namespace mingbai::ui
