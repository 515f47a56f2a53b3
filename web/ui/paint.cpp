#include "web/ui/paint.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "imgui.h"
#include "imgui_internal.h"
#include "web/ui/context.h"

namespace mingbai::ui {
namespace {

ImVec2 at(Point p) { return {p.x + layer().offset.x, p.y + layer().offset.y}; }

struct Box2 {
  ImVec2 min, max;
};

Box2 on_pixels(const Rect& rect) {
  const ImVec2 a = at({rect.x, rect.y}), b = at({rect.right(), rect.bottom()});
  return {{snapped(a.x), snapped(a.y)}, {snapped(b.x), snapped(b.y)}};
}

ImDrawFlags flags_of(const Corners& c) {
  ImDrawFlags flags = 0;
  if (c.left && c.top) flags |= ImDrawFlags_RoundCornersTopLeft;
  if (c.left && c.bottom) flags |= ImDrawFlags_RoundCornersBottomLeft;
  if (c.right && c.top) flags |= ImDrawFlags_RoundCornersTopRight;
  if (c.right && c.bottom) flags |= ImDrawFlags_RoundCornersBottomRight;
  return flags ? flags : ImDrawFlags_RoundCornersNone;
}

float fitting(const Corners& c, const Rect& rect) { return std::min({c.radius, rect.w / 2, rect.h / 2}); }

}  // namespace

bool visible(const Rect& rect) {
  const Rect& clip = layer().clip;
  const Point o = layer().offset;
  return rect.right() + o.x > clip.x - 40 && rect.x + o.x < clip.right() + 40 &&
         rect.bottom() + o.y > clip.y - 40 && rect.y + o.y < clip.bottom() + 40;
}

void fill(Rect rect, Colour colour, Corners corners) {
  if (!visible(rect) || rect.w <= 0 || rect.h <= 0) return;
  const Box2 b = on_pixels(rect);
  layer().list->AddRectFilled(b.min, b.max, colour, fitting(corners, rect), flags_of(corners));
}

void stroke(Rect rect, Colour colour, float width, Corners corners) {
  if (!visible(rect)) return;
  const float density = context().density;
  width = std::max(1.f, std::floor(width * density + 0.01f)) / density;
  const Box2 b = on_pixels(rect);
  const float half = width / 2, radius = std::max(0.f, fitting(corners, rect) - half);
  ImDrawList* list = layer().list;
  list->PathRect({b.min.x + half, b.min.y + half}, {b.max.x - half, b.max.y - half}, radius,
                 flags_of(corners));
  list->PathStroke(colour, ImDrawFlags_Closed, width);
}

void line(Point from, Point to, Colour colour, float width, bool round_ends) {
  if (from.y == to.y || from.x == to.x) {
    const bool level = from.y == to.y;
    if (!round_ends) {
      fill(level ? Rect{from.x, from.y - width / 2, to.x - from.x, width}
                 : Rect{from.x - width / 2, from.y, width, to.y - from.y},
           colour);
      return;
    }
  }
  ImDrawList* list = layer().list;
  list->PathLineTo(at(from));
  list->PathLineTo(at(to));
  list->PathStroke(colour, 0, width);
  if (!round_ends) return;
  list->AddCircleFilled(at(from), width / 2, colour);
  list->AddCircleFilled(at(to), width / 2, colour);
}

void dashes(Point from, Point to, Colour colour, float width, float on, float off) {
  const float dx = to.x - from.x, dy = to.y - from.y, length = std::hypot(dx, dy);
  if (length <= 0) return;
  for (float along = 0; along < length; along += on + off) {
    const float a = along / length, b = std::min(along + on, length) / length;
    line({from.x + dx * a, from.y + dy * a}, {from.x + dx * b, from.y + dy * b}, colour, width);
  }
}

void dashed_box(Rect rect, Colour colour, float width, float corner) {
  if (!visible(rect)) return;
  const Rect r = rect.inset(width / 2);
  dashes({r.x + corner, r.y}, {r.right() - corner, r.y}, colour, width);
  dashes({r.x + corner, r.bottom()}, {r.right() - corner, r.bottom()}, colour, width);
  dashes({r.x, r.y + corner}, {r.x, r.bottom() - corner}, colour, width);
  dashes({r.right(), r.y + corner}, {r.right(), r.bottom() - corner}, colour, width);
  const std::array<Point, 4> centres = {Point{r.right() - corner, r.bottom() - corner},
                                        {r.x + corner, r.bottom() - corner},
                                        {r.x + corner, r.y + corner},
                                        {r.right() - corner, r.y + corner}};
  const int pieces = std::max(1, static_cast<int>(corner * 1.57f / 10));
  ImDrawList* list = layer().list;
  for (int quarter = 0; quarter < 4; ++quarter)
    for (int i = 0; i < pieces; ++i) {
      const float turn = static_cast<float>(IM_PI) / 2,
                  start = turn *
                          (static_cast<float>(quarter) + static_cast<float>(i) / static_cast<float>(pieces));
      list->PathArcTo(at(centres[static_cast<std::size_t>(quarter)]), corner, start,
                      start + turn / static_cast<float>(pieces) / 2);
      list->PathStroke(colour, 0, width);
    }
}

void circle(Point centre, float radius, Colour colour) {
  if (visible({centre.x - radius, centre.y - radius, radius * 2, radius * 2}))
    layer().list->AddCircleFilled(at(centre), radius, colour);
}

void ring(Point centre, float radius, Colour colour, float width) {
  if (visible({centre.x - radius, centre.y - radius, radius * 2, radius * 2}))
    layer().list->AddCircle(at(centre), radius - width / 2, colour, 0, width);
}

void bracket(float from, float to, float y, Colour colour, bool opens_down) {
  if (!visible({from, y, to - from, 8})) return;
  constexpr float height = 8, corner = 3, width = 2;
  const float far = opens_down ? y + width / 2 : y + height - width / 2, near = opens_down ? y + height : y;
  const float left = from + width / 2, right = to - width / 2, bend = opens_down ? corner : -corner;
  ImDrawList* list = layer().list;
  list->PathLineTo(at({left, near}));
  list->PathLineTo(at({left, far + bend}));
  list->PathBezierQuadraticCurveTo(at({left, far}), at({left + corner, far}));
  list->PathLineTo(at({right - corner, far}));
  list->PathBezierQuadraticCurveTo(at({right, far}), at({right, far + bend}));
  list->PathLineTo(at({right, near}));
  list->PathStroke(colour, 0, width);
}

void focus_ring(Rect around, float corner) { layer().rings.push_back({around, corner}); }

void paint_rings() {
  constexpr float distance = 2, width = 3;
  for (const Ring& one : layer().rings) {
    const Rect outside = one.around.inset(-distance - width);
    stroke(outside, colour(Token::ink), width, {.radius = one.corner + distance + width});
  }
}

void push_clip(Rect rect) {
  const Box2 b = on_pixels(rect);
  layer().list->PushClipRect(b.min, b.max, true);
}

void pop_clip() { layer().list->PopClipRect(); }

}  // namespace mingbai::ui
