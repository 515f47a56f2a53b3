#include "web/ui/text_block.h"

#include <algorithm>

#include "web/ui/context.h"
#include "web/ui/fonts.h"
#include "web/ui/paint.h"
#include "web/ui/utf8.h"

namespace mingbai::ui {
namespace {

constexpr char32_t ellipsis = U'…';

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
    : options_(options) {
  shape(spans, type, token);
  if (options.one_line) {
    lines_.push_back({0, characters_.size(), 0});
    for (const Character& c : characters_) lines_[0].width += c.advance;
    if (lines_[0].width > width + 0.5f) shorten(width);
  } else {
    break_lines(characters_, width, LastLine::no_single_character, lines_);
  }
  for (const Line& line : lines_) {
    width_ = std::max(width_, line.width);
    heights_.push_back(tallest(line).line);
    height_ += heights_.back();
  }
}

TextBlock::TextBlock(std::string_view words, Type type, Token token, float width, const TextOptions& options)
    : TextBlock(std::span<const Span>(std::initializer_list<Span>{{words}}.begin(), 1), type, token, width,
                options) {}

void TextBlock::shape(std::span<const Span> spans, Type type, Token token) {
  for (const Span& span : spans) {
    Look look{face(span.style.type == Type::count ? type : span.style.type),
              span.style.token == Token::count ? token : span.style.token,
              span.style.struck || options_.struck, !span.style.link.empty()};
    look.face.bold = look.face.bold || span.style.strong;
    const Pen pen(look.face);
    characters_.reserve(characters_.size() + span.words.size());
    look_of_.reserve(characters_.capacity());
    for (std::size_t at = 0; at < span.words.size();) {
      const char32_t code = next_character(span.words, at);
      characters_.push_back({code, code == U'\n' ? 0 : pen.advance(code)});
      look_of_.push_back(static_cast<std::uint16_t>(looks_.size()));
    }
    looks_.push_back(look);
  }
  if (looks_.empty()) looks_.push_back({face(type), token, false, false});
}

void TextBlock::shorten(float width) {
  const Look& last = looks_.back();
  const Character dots{ellipsis, Pen(last.face).advance(ellipsis)};
  while (!characters_.empty() && lines_[0].width + dots.advance > width) {
    lines_[0].width -= characters_.back().advance;
    characters_.pop_back();
  }
  characters_.push_back(dots);
  look_of_.resize(characters_.size(), static_cast<std::uint16_t>(looks_.size() - 1));
  lines_[0] = {0, characters_.size(), lines_[0].width + dots.advance};
}

Face TextBlock::tallest(const Line& line) const {
  Face best = looks_[line.begin < look_of_.size() ? look_of_[line.begin] : 0].face;
  for (std::size_t i = line.begin; i < line.end; ++i) {
    const Face& one = looks_[look_of_[i]].face;
    if (one.line > best.line) best = one;
  }
  return best;
}

float TextBlock::line_x(std::size_t line, float x, float box_width) const {
  const float slack = box_width - lines_[line].width;
  if (options_.align == Align::end) return x + slack;
  return options_.align == Align::centre ? x + slack / 2 : x;
}

void TextBlock::paint(float x, float y, float box_width) const {
  for (std::size_t k = 0; k < lines_.size(); y += heights_[k], ++k) {
    const Line& line = lines_[k];
    if (!visible({x, y, std::max(width_, box_width), heights_[k]})) continue;
    const float baseline = Pen::baseline(tallest(line), y);
    float pen_x = line_x(k, x, box_width);
    for (std::size_t i = line.begin; i < line.end;) {
      const Look& look = looks_[look_of_[i]];
      const Pen pen(look.face);
      const Colour ink = colour(look.token);
      const float from = pen_x;
      for (const std::uint16_t same = look_of_[i]; i < line.end && look_of_[i] == same; ++i) {
        pen.draw(characters_[i].code, pen_x, baseline, ink);
        pen_x += characters_[i].advance;
      }
      if (look.struck) fill({from, baseline - look.face.size * 0.36f, pen_x - from, 1.5f}, ink);
    }
  }
}

std::string TextBlock::words() const {
  std::string out;
  for (const Character& c : characters_) append_utf8(out, c.code == U'\n' ? U' ' : c.code);
  return out;
}

std::vector<Rect> TextBlock::where(std::size_t span, float x, float y, float box_width) const {
  std::vector<Rect> found;
  for (std::size_t k = 0; k < lines_.size(); y += heights_[k], ++k) {
    float at = line_x(k, x, box_width);
    Rect part{at, y, 0, heights_[k]};
    for (std::size_t i = lines_[k].begin; i < lines_[k].end; ++i) {
      if (look_of_[i] == span) {
        if (part.w == 0) part.x = at;
        part.w += characters_[i].advance;
      }
      at += characters_[i].advance;
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
