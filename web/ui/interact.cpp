#include "web/ui/interact.h"

#include <algorithm>

#include "imgui.h"
#include "imgui_internal.h"
#include "web/ui/paint.h"

namespace mingbai::ui {
namespace {

constexpr float smallest_target = 44, hover_ms = 120;

}  // namespace

Touch interact(const Rect& hit, NodeId id, bool enabled) {
  Context& c = context();
  Touch touch;
  if (enabled) touch.activated = c.actions.clicked(id);
  touch.focused = c.actions.ringed(id);
  const Point o = layer().offset;
  const ImRect box({hit.x + o.x, hit.y + o.y}, {hit.right() + o.x, hit.bottom() + o.y});
  if (ImGui::ItemAdd(box, id) && enabled) ImGui::ButtonBehavior(box, id, &touch.hovered, &touch.held);
  return touch;
}

Touch control(Node node, const Rect& shape, const Rect& hit, float corner) {
  const NodeId id = node.id;
  const bool enabled = !(node.state & NodeState::disabled);
  context().recorder.add(std::move(node), hit);
  const Touch touch = interact(hit, id, enabled);
  if (touch.focused) focus_ring(shape, corner);
  return touch;
}

Rect finger_sized(const Rect& shape) {
  const float dx = std::max(0.f, smallest_target - shape.w) / 2,
              dy = std::max(0.f, smallest_target - shape.h) / 2;
  return {shape.x - dx, shape.y - dy, shape.w + 2 * dx, shape.h + 2 * dy};
}

Colour blend(Colour from, Colour to, float share) {
  Colour out = 0;
  for (int shift = 0; shift < 32; shift += 8) {
    const float a = static_cast<float>(from >> shift & 255), b = static_cast<float>(to >> shift & 255);
    out |= static_cast<Colour>(a + (b - a) * share + 0.5f) << shift;
  }
  return out;
}

float hover_share(NodeId id, bool hovered) { return eased(id, 1, hovered ? 1.f : 0.f, hover_ms); }

}  // namespace mingbai::ui
