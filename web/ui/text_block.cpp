#include "web/ui/text_block.h"

#include <algorithm>

#include "web/ui/context.h"
#include "web/ui/fonts.h"
#include "web/ui/paint.h"
#include "web/ui/utf8.h"

namespace mingbai::ui {
namespace {

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) return put(c);
  if (c < 0x800) return put(0xC0 | c >> 6), put(0x80 | (c & 63));
  if (c < 0x10000) return put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 63)), put(0x80 | (c & 63));
  put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 63)), put(0x80 | (c >> 6 & 63)), put(0x80 | (c & 63));
}

}  // namespace

TextBlock::TextBlock(std::span<const Span> spans, Type type, Token token, float width,
                     const TextOptions& options)
    : align_(options.align), laid_(laid_text(spans, type, token, width, options)) {}

TextBlock::TextBlock(std::string_view words, Type type, Token token, float width, const TextOptions& options)
    : TextBlock(std::span<const Span>(std::initializer_list<Span>{{words}}.begin(), 1), type, token, width,
                options) {}

float TextBlock::line_x(std::size_t line, float x, float box_width) const {
  const float slack = box_width - laid_->lines[line].width;
  if (align_ == Align::end) return x + slack;
  return align_ == Align::centre ? x + slack / 2 : x;
}

void TextBlock::paint(float x, float y, float box_width) const {
  const LaidText& t = *laid_;
  for (std::size_t k = 0; k < t.lines.size(); y += t.heights[k], ++k) {
    const Line& line = t.lines[k];
    if (!visible({x, y, std::max(t.width, box_width), t.heights[k]})) continue;
    const float baseline = Pen::baseline(t.tallest(line), y);
    float pen_x = line_x(k, x, box_width);
    for (std::size_t i = line.begin; i < line.end;) {
      const TextLook& look = t.looks[t.look_of[i]];
      const Pen pen(look.face);
      const Colour ink = colour(look.token);
      const float from = pen_x;
      for (const std::uint16_t same = t.look_of[i]; i < line.end && t.look_of[i] == same; ++i) {
        pen.draw(t.characters[i].code, pen_x, baseline, ink);
        pen_x += t.characters[i].advance;
      }
      if (look.struck) fill({from, baseline - look.face.size * 0.36f, pen_x - from, 1.5f}, ink);
    }
  }
}

std::string TextBlock::words() const {
  std::string out;
  for (const Character& c : laid_->characters) append_utf8(out, c.code == U'\n' ? U' ' : c.code);
  return out;
}

std::vector<Rect> TextBlock::where(std::size_t span, float x, float y, float box_width) const {
  const LaidText& t = *laid_;
  std::vector<Rect> found;
  for (std::size_t k = 0; k < t.lines.size(); y += t.heights[k], ++k) {
    float at = line_x(k, x, box_width);
    Rect part{at, y, 0, t.heights[k]};
    for (std::size_t i = t.lines[k].begin; i < t.lines[k].end; ++i) {
      if (t.look_of[i] == span) {
        if (part.w == 0) part.x = at;
        part.w += t.characters[i].advance;
      }
      at += t.characters[i].advance;
    }
    if (part.w > 0) found.push_back(part);
  }
  return found;
}

TextBlock fitting(std::string_view words, Type type, Type smaller, Token token, float width) {
  constexpr float enough = 4000;
  TextBlock block(words, type, token, enough, {.one_line = true});
  return block.width() <= width ? block : TextBlock(words, smaller, token, width, {.one_line = true});
}

}  // namespace mingbai::ui
