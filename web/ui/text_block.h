// Words laid out in lines: measured first, painted where the layout says.
//
// Used by text, rich text and every widget that carries words. Spans of several faces share a baseline.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "web/ui/geometry.h"
#include "web/ui/laid_text.h"

namespace mingbai::ui {

class TextBlock {
 public:
  TextBlock(std::span<const Span> spans, Type type, Token token, float width,
            const TextOptions& options = {});
  TextBlock(std::string_view words, Type type, Token token, float width, const TextOptions& options = {});

  float width() const { return laid_->width; }  // of the widest line
  float height() const { return laid_->height; }
  std::size_t line_count() const { return laid_->lines.size(); }
  float first_line_height() const { return laid_->lines.empty() ? 0 : laid_->heights.front(); }
  // Paints into a box of `box_width` at (x, y), aligned in it.
  void paint(float x, float y, float box_width) const;
  std::string words() const;
  // Where a span stands, one rectangle a line.
  std::vector<Rect> where(std::size_t span, float x, float y, float box_width) const;

 private:
  float line_x(std::size_t line, float x, float box_width) const;

  Align align_;
  std::shared_ptr<const LaidText> laid_;
};

// One line in its own face where it fits, in a smaller one where it does not; shortened where not even that does.
TextBlock fitting(std::string_view words, Type type, Type smaller, Token token, float width);

}  // namespace mingbai::ui
