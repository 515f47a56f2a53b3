// The face in two weights, its glyphs rasterised when they are first needed.
//
// Subsets arrive one after the other: the interface's own characters first, the common set later, rare
// characters on demand. A bold glyph that no bold subset has is drawn from the regular ones. A character that
// no subset has is drawn from the device's own faces (`set_device_glyphs`); what the device lacks, too, stands
// there as a box with its code point and is reported once to `missing_characters()`, which the page empties to
// fetch what holds it.
// Dear ImGui's size for this face is the CSS size × 1.448 (ascent 1.16 + descent 0.288 of the em).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "web/ui/colour.h"
#include "web/ui/geometry.h"
#include "web/ui/type.h"

namespace mingbai::ui {

// `data` must live as long as the page. `bold` subsets are used for bold only, regular ones for both.
bool add_font(void* data, std::size_t bytes, bool bold);
bool has_character(char32_t code);
int fonts_generation();  // another number: widths measured before may be others now
std::vector<char32_t> missing_characters();  // since the last call

// A square of coverage, row by row, `side` × `side` device pixels, its em of `em` pixels starting at `left` and its
// baseline `baseline` pixels below the top.
struct DeviceGlyph {
  int em = 0, side = 0, left = 0, baseline = 0;
  bool bold = false;
  std::span<unsigned char> coverage;
};
struct DeviceAnswer {
  float advance = 1;   // in em
  bool known = false;  // false: a box with the code point was drawn
};
using DrawDeviceGlyph = DeviceAnswer (*)(char32_t code, const DeviceGlyph&);
void set_device_glyphs(DrawDeviceGlyph);

float measure(std::string_view words, const Face& face);

// Glyphs of one face along a baseline. Pen positions fall on device pixels; advances add up exactly.
class Pen {
 public:
  explicit Pen(const Face& face);
  float advance(char32_t code) const;
  void draw(char32_t code, float x, float baseline, Colour colour) const;
  static float baseline(const Face& face, float top);  // of a line box that starts at `top`

 private:
  void* baked_;
  float han_width_;  // CSS px
  float exact_;      // what the rounding of the rasterised size took away
};

}  // namespace mingbai::ui
