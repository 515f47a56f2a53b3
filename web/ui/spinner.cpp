#include "web/ui/spinner.h"

#include <cmath>

#include "imgui.h"
#include "web/ui/context.h"
#include "web/ui/note.h"

namespace mingbai::ui {

void turning_arc(Point centre, float diameter, Colour colour) {
  constexpr float turn = 6.2831853f;
  const bool still = theme().reduced_motion;
  const float start = still ? 0 : static_cast<float>(std::fmod(context().now_ms / 900, 1.0)) * turn;
  ImDrawList* list = layer().list;
  const Point o = layer().offset;
  list->PathArcTo({centre.x + o.x, centre.y + o.y}, diameter / 2 - 2, start, start + turn * 0.72f);
  list->PathStroke(colour, 0, 2);
  if (!still) frame_within(0);
}

void spinner(std::string_view name, float size) {
  const Rect where = place(scaled(size), scaled(size));
  turning_arc({where.centre_x(), where.centre_y()}, where.w, colour(Token::pine));
  Node node;
  node.id = id_of(name);
  node.role = Role::status;
  node.name = name;
  context().recorder.add(std::move(node), where);
}

}  // namespace mingbai::ui
