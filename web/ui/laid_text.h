// Spans broken into lines, once for all pictures that show them (internal to web/ui).
//
// A picture is laid out in up to four passes and nearly all of its words are those of the picture before, so what was
// laid out is kept for as long as pictures use it. What the result depends on is its key: the words with their looks, the
// width, the density of the screen and the fonts that are there.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "web/ui/line_break.h"
#include "web/ui/text.h"

namespace mingbai::ui {

struct TextLook {
  Face face;
  Token token;
  bool struck, link;
};

struct LaidText {
  std::vector<TextLook> looks;  // one a span
  std::vector<Character> characters;
  std::vector<std::uint16_t> look_of;  // of each character
  std::vector<Line> lines;
  std::vector<float> heights;  // of each line
  float width = 0, height = 0;  // of the widest line, of all lines
  int last_used = 0;

  Face tallest(const Line&) const;
};

std::shared_ptr<const LaidText> laid_text(std::span<const Span> spans, Type type, Token token, float width,
                                          const TextOptions& options);
void forget_laid_text(int unused_since);  // the number of a picture

}  // namespace mingbai::ui
