// What all fields share: label above, a box of 52, a message below.
#pragma once

#include <string_view>

#include "web/ui/colour.h"
#include "web/ui/geometry.h"
#include "web/ui/interact.h"

namespace mingbai::ui {

struct FieldFrame {
  std::string_view label;
  bool label_hidden = false, label_left = false;
  std::string_view below = {};  // hint or error
  bool fault = false;
  bool silent_message = true;  // the words are in the field's node already
  float width = 0;
  float box_height = 52;
};

struct FieldPlace {
  Rect all, box, message;
};

FieldPlace place_field(const FieldFrame& frame);  // paints the label
void paint_field_message(const FieldFrame& frame, const FieldPlace& place);

struct BoxLook {
  bool fault = false, disabled = false, read_only = false, hovered = false, held = false;
};
void paint_field_box(const Rect& box, const BoxLook& look);
float field_corner();
float field_padding();

}  // namespace mingbai::ui
