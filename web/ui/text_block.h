// Words laid out in lines: measured first, painted where the layout says.
//
// Used by text, rich text and every widget that carries words. Spans of several faces share a baseline.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "web/ui/geometry.h"
#include "web/ui/line_break.h"
#include "web/ui/text.h"

namespace mingbai::ui {

class TextBlock {
 public:
  TextBlock(std::span<const Span> spans, Type type, Token token, float width,
            const TextOptions& options = {});
  TextBlock(std::string_view words, Type type, Token token, float width, const TextOptions& options = {});

  float width() const { return width_; }  // of the widest line
  float height() const { return height_; }
  std::size_t line_count() const { return lines_.size(); }
  float first_line_height() const { return lines_.empty() ? 0 : heights_.front(); }
  // Paints into a box of `box_width` at (x, y), aligned in it.
  void paint(float x, float y, float box_width) const;
  std::string words() const;
  // Where a span stands, one rectangle a line.
  std::vector<Rect> where(std::size_t span, float x, float y, float box_width) const;

 private:
  struct Look {
    Face face;
    Token token;
    bool struck, link;
  };
  void shape(std::span<const Span> spans, Type type, Token token);
  void shorten(float width);
  float line_x(std::size_t line, float x, float box_width) const;
  Face tallest(const Line& line) const;

  TextOptions options_;
  std::vector<Look> looks_;
  std::vector<Character> characters_;
  std::vector<std::uint16_t> look_of_;
  std::vector<Line> lines_;
  std::vector<float> heights_;
  float width_ = 0, height_ = 0;
};

// One line in its own face where it fits, in a smaller one where it does not; shortened where not even that does.
TextBlock fitting(std::string_view words, Type type, Type smaller, Token token, float width);

}  // namespace mingbai::ui
