// How a widget takes part: it has a place, a node, and what the pointer and the keyboard do to it.
//
// Activation comes from the page (a DOM click: mouse, touch, Enter, Space, screen reader alike); hover and
// pressed looks come from Dear ImGui.
#pragma once

#include "web/ui/context.h"

namespace mingbai::ui {

struct Touch {
  bool hovered = false, held = false, focused = false, activated = false;
};

// Call once a pass for a widget whose node has `id`. `hit` may be larger than what is painted.
Touch interact(const Rect& hit, NodeId id, bool enabled = true);

// Records the node, interacts, and paints the focus ring with this corner around `shape`.
Touch control(Node node, const Rect& shape, const Rect& hit, float corner);
inline Touch control(Node node, const Rect& shape, float corner) {
  return control(std::move(node), shape, shape, corner);
}

// A target of at least 44 px around something smaller.
Rect finger_sized(const Rect& shape);

// Between `plain` and `lit`, as far as the hover has come in its 120 ms.
Colour blend(Colour from, Colour to, float share);
float hover_share(NodeId id, bool hovered);

}  // namespace mingbai::ui
