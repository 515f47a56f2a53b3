#include "web/ui/toggle.h"

#include <algorithm>

#include "web/ui/context.h"
#include "web/ui/icons.h"
#include "web/ui/interact.h"
#include "web/ui/paint.h"
#include "web/ui/text_block.h"
#include "web/ui/words.h"

namespace mingbai::ui {
namespace {

constexpr float switch_ms = 120;

Node toggle_node(Role role, std::string_view label, bool value, const ToggleOptions& o, NodeId id) {
  Node node;
  node.id = id;
  node.role = role;
  node.name = label;
  node.description = !o.disabled_reason.empty() ? o.disabled_reason : o.detail;
  node.error = o.error;
  if (value) node.state |= NodeState::checked;
  if (!o.disabled_reason.empty()) node.state |= NodeState::disabled;
  if (!o.error.empty()) node.state |= NodeState::invalid;
  return node;
}

void paint_box(const Rect& box, bool value, const Touch& touch, bool disabled, bool fault) {
  const Corners corners{.radius = scaled(8)};
  if (value) {
    fill(box,
         colour(disabled        ? Token::line
                : touch.held    ? Token::pine_press
                : touch.hovered ? Token::pine_hover
                                : Token::pine),
         corners);
    const float size = box.w * 0.78f;
    draw_icon(Icon::check, box.centre_x() - size / 2, box.centre_y() - size / 2, size,
              colour(disabled ? Token::ink2 : Token::on_pine), 2.5f * text_scale());
    return;
  }
  fill(box, colour(touch.hovered || disabled ? Token::tint : Token::paper), corners);
  stroke(box,
         colour(fault      ? Token::rouge
                : disabled ? Token::line
                           : Token::edge),
         fault ? 2.f : 1.5f, corners);
}

void paint_switch(const Rect& track, float on, bool disabled, const Touch& touch) {
  const Corners round{.radius = track.h / 2};
  const Colour off = colour(touch.hovered ? Token::tint : Token::paper);
  fill(track,
       disabled ? colour(Token::line) : blend(off, colour(touch.held ? Token::pine_press : Token::pine), on),
       round);
  if (on < 0.5f) stroke(track, colour(Token::edge), 1.5f, round);
  const float radius = scaled(24) / 2, travel = track.w - 2 * radius - scaled(8);
  circle({track.x + radius + scaled(4) + travel * on, track.centre_y()}, radius,
         blend(colour(Token::edge), colour(Token::on_pine), on));
}

}  // namespace

bool checkbox(std::string_view label, bool& value, const ToggleOptions& o) {
  const NodeId id = id_of(label, o.key);
  const float side = scaled(28), space = scaled(12);
  const float room = std::max(1.f, flow().leaf_room() - side - space);
  const bool disabled = !o.disabled_reason.empty();
  const std::string_view second = !o.error.empty() ? o.error : disabled ? o.disabled_reason : o.detail;
  const TextBlock words(label, Type::body, disabled ? Token::ink2 : Token::ink, room);
  const TextBlock detail(second, Type::label, o.error.empty() ? Token::ink2 : Token::rouge, room);
  const float inner = words.height() + (second.empty() ? 0 : detail.height());
  const float height = std::max(scaled(44), inner + 8);
  const float natural = side + space + std::max(words.width(), second.empty() ? 0 : detail.width());
  const Rect where = place(natural, height);
  const Rect box{where.x, where.centre_y() - inner / 2 + (words.first_line_height() - side) / 2, side, side};
  Node node = toggle_node(Role::checkbox, label, value, o, id);
  context().recorder.add(std::move(node), where);
  const Touch touch = interact(where, id, !disabled);
  if (touch.activated) value = !value;
  if (touch.focused) focus_ring(box, scaled(8));
  paint_box(box, value, touch, disabled, !o.error.empty());
  words.paint(where.x + side + space, where.centre_y() - inner / 2, room);
  if (!second.empty())
    detail.paint(where.x + side + space, where.centre_y() - inner / 2 + words.height(), room);
  return touch.activated;
}

bool toggle(std::string_view label, bool& value, const ToggleOptions& o) {
  const NodeId id = id_of(label, o.key);
  const float width = scaled(56), height = scaled(32), space = scaled(8);
  const bool disabled = !o.disabled_reason.empty();
  const TextBlock state(say(value ? strings::Key("ui.on") : strings::Key("ui.off")), Type::label_strong,
                        Token::ink, 400, {.one_line = true});
  const float right = width + space + state.width();
  const bool bare = label.empty() || flow().is_row();
  const float room = std::max(1.f, flow().leaf_room() - right - scaled(16));
  const TextBlock words(label, bare ? Type::body : Type::label, disabled ? Token::ink2 : Token::ink, room);
  const std::string_view second = disabled ? o.disabled_reason : o.detail;
  const TextBlock detail(second, Type::small, Token::ink3, room);
  const float inner = words.height() + (second.empty() ? 0 : detail.height());
  const float total = std::max(scaled(44), inner);
  const Rect where =
      bare ? place(right + (label.empty() ? 0 : words.width() + scaled(12)), total) : place_wide(total);
  const Rect track{where.right() - width, where.centre_y() - height / 2, width, height};
  context().recorder.add(toggle_node(Role::toggle, label, value, o, id), where);
  const Touch touch = interact(where, id, !disabled);
  if (touch.activated) value = !value;
  if (touch.focused) focus_ring(track, height / 2);
  paint_switch(track, eased(id, 2, value ? 1.f : 0.f, switch_ms), disabled, touch);
  state.paint(track.x - space - state.width(), where.centre_y() - state.height() / 2, state.width());
  words.paint(where.x, where.centre_y() - inner / 2, room);
  if (!second.empty()) detail.paint(where.x, where.centre_y() - inner / 2 + words.height(), room);
  return touch.activated;
}

}  // namespace mingbai::ui
