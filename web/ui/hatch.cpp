// Hatches and soft shadows: the two shapes that need a mesh of their own.
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "imgui.h"
#include "imgui_internal.h"
#include "web/ui/context.h"
#include "web/ui/paint.h"

namespace mingbai::ui {
namespace {

using Polygon = std::vector<ImVec2>;

// The part of a polygon where a*x + b*y >= c.
void keep_side(const Polygon& in, Polygon& out, float a, float b, float c) {
  out.clear();
  for (std::size_t i = 0; i < in.size(); ++i) {
    const ImVec2 p = in[i], q = in[(i + 1) % in.size()];
    const float dp = a * p.x + b * p.y - c, dq = a * q.x + b * q.y - c;
    if (dp >= 0) out.push_back(p);
    if ((dp < 0) != (dq < 0))
      out.push_back({p.x + (q.x - p.x) * dp / (dp - dq), p.y + (q.y - p.y) * dp / (dp - dq)});
  }
}

struct Spread {
  float drop, blur, strength;
};
// What a CSS designer would write: 0 1px 2px at 6 %, 0 6px 16px at 5 %.
constexpr std::array<Spread, 2> depth = {{{1, 2, 0.06f}, {6, 16, 0.05f}}};

float shadow_at(float distance, float blur) { return 0.5f * std::erfc(distance / (blur / 2) / 1.41421356f); }

// One blurred rounded rectangle as rings of vertices whose alpha falls off as a blur's does.
void blurred(Rect rect, float corner, const Spread& spread) {
  constexpr int rings = 7, arc = 5, points = arc * 4;
  ImDrawList* list = layer().list;
  const Colour base = colour(Token::shadow);
  const Rect r = rect.moved(layer().offset.x, layer().offset.y + spread.drop);
  const std::array<ImVec2, 4> centres = {
      ImVec2{r.right() - corner, r.bottom() - corner}, ImVec2{r.x + corner, r.bottom() - corner},
      ImVec2{r.x + corner, r.y + corner}, ImVec2{r.right() - corner, r.y + corner}};
  const ImVec2 white = ImGui::GetDrawListSharedData()->TexUvWhitePixel;
  list->PrimReserve((rings - 1) * points * 6, rings * points);
  const unsigned first = list->_VtxCurrentIdx;
  for (int k = 0; k < rings; ++k) {
    const float distance = spread.blur * (2.f * static_cast<float>(k) / (rings - 1) - 1);
    const float radius = std::max(0.f, corner + distance);
    const float overlap = std::min(0.f, corner + distance);
    const Colour shade =
        faded(base, spread.strength * (k == rings - 1 ? 0 : shadow_at(distance, spread.blur)));
    for (int i = 0; i < points; ++i) {
      const float angle = (static_cast<float>(i / arc) + static_cast<float>(i % arc) / (arc - 1)) *
                          static_cast<float>(IM_PI) / 2;
      const ImVec2 c = centres[static_cast<std::size_t>(i / arc)];
      const float sx = i / arc == 0 || i / arc == 3 ? 1.f : -1.f, sy = i / arc < 2 ? 1.f : -1.f;
      list->PrimWriteVtx(
          {c.x + std::cos(angle) * radius + sx * overlap, c.y + std::sin(angle) * radius + sy * overlap},
          white, shade);
    }
  }
  for (int k = 0; k + 1 < rings; ++k)
    for (int i = 0; i < points; ++i) {
      const unsigned a = first + static_cast<unsigned>(k * points + i),
                     b = first + static_cast<unsigned>(k * points + (i + 1) % points);
      for (const unsigned v : {a, b, b + points, a, b + points, a + points})
        list->PrimWriteIdx(static_cast<ImDrawIdx>(v));
    }
}

}  // namespace

void soft_shadow(Rect rect, float corner) {
  if (context().theme.mode == Mode::dark || !visible(rect.inset(-24))) return;
  for (const Spread& spread : depth) blurred(rect, corner, spread);
}

void hatch(Rect rect, Colour colour, Corners corners) {
  if (!visible(rect) || rect.w < 1) return;
  const bool thin = rect.h < 16;
  const float width = thin ? 2 : 3, every = thin ? 7 : 9, step = every * 1.41421356f,
              half = width * 0.70710678f;
  ImDrawList* list = layer().list;
  const Rect r = rect.moved(layer().offset.x, layer().offset.y);
  Polygon outline;
  const float radius = std::min({corners.radius, rect.w / 2, rect.h / 2});
  const auto corner = [&](float cx, float cy, int quarter, bool round) {
    const float sx = quarter == 0 || quarter == 3 ? 1.f : -1.f, sy = quarter < 2 ? 1.f : -1.f;
    if (!round || radius < 1) return outline.push_back({cx + sx * radius, cy + sy * radius});
    for (int i = 0; i <= 4; ++i) {
      const float angle =
          (static_cast<float>(quarter) + static_cast<float>(i) / 4) * static_cast<float>(IM_PI) / 2;
      outline.push_back({cx + std::cos(angle) * radius, cy + std::sin(angle) * radius});
    }
  };
  corner(r.right() - radius, r.bottom() - radius, 0, corners.right && corners.bottom);
  corner(r.x + radius, r.bottom() - radius, 1, corners.left && corners.bottom);
  corner(r.x + radius, r.y + radius, 2, corners.left && corners.top);
  corner(r.right() - radius, r.y + radius, 3, corners.right && corners.top);
  Polygon one, two;
  const float from = r.x + r.y, to = r.right() + r.bottom();
  for (float s = from + step / 2; s - half < to; s += step) {
    keep_side(outline, one, 1, 1, s - half);
    if (one.size() < 3) continue;
    keep_side(one, two, -1, -1, -(s + half));
    if (two.size() >= 3) list->AddConvexPolyFilled(two.data(), static_cast<int>(two.size()), colour);
  }
}

}  // namespace mingbai::ui
