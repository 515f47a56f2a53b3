// A box that contains other things: asks its flow for a place, gives a flow of its own to what is inside,
// and tells the outer flow in the end how large it became.
#pragma once

#include <vector>

#include "web/ui/context.h"

namespace mingbai::ui {

struct ScopeStyle {
  float left = 0, top = 0, right = 0, bottom = 0;  // padding
  bool fills = true;  // as wide as the scope outside; otherwise as wide as its contents
  bool apart = false;
  bool stretch = false;
  float max_width = 0;
  float min_height = 0;
};

// Opens and returns the rectangle as remembered: good for painting a ground before the contents.
Rect open_scope(NodeId id, const ScopeStyle& style, const Flow::Start& inner);
// Closes the innermost scope; returns its final rectangle.
Rect close_scope();

}  // namespace mingbai::ui
