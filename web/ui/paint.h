// Shapes in the current layer, in layout coordinates. Edges fall on the device's pixels.
#pragma once

#include <span>

#include "web/ui/colour.h"
#include "web/ui/geometry.h"

namespace mingbai::ui {

struct Corners {
  float radius = 0;
  bool left = true, right = true, top = true, bottom = true;  // which sides are round
};

bool visible(const Rect& rect);  // any of it within the layer's clip

void fill(Rect rect, Colour colour, Corners corners = {});
void stroke(Rect rect, Colour colour, float width, Corners corners = {});  // inside the rectangle
void soft_shadow(Rect rect, float corner);                                 // light mode only
void line(Point from, Point to, Colour colour, float width, bool round_ends = false);
void dashes(Point from, Point to, Colour colour, float width, float on = 5, float off = 5);
void dashed_box(Rect rect, Colour colour, float width, float corner);
void circle(Point centre, float radius, Colour colour);
void ring(Point centre, float radius, Colour colour, float width);
void hatch(Rect rect, Colour colour, Corners corners = {});  // 45° lines, as fit the height
void bracket(float from, float to, float y, Colour colour, bool opens_down = true);

void focus_ring(Rect around, float corner);  // painted over everything when the layer closes
void paint_rings();

void push_clip(Rect rect);
void pop_clip();

}  // namespace mingbai::ui
