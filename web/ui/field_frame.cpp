#include "web/ui/field_frame.h"

#include <algorithm>
#include <cmath>

#include "web/ui/context.h"
#include "web/ui/paint.h"
#include "web/ui/text_block.h"

namespace mingbai::ui {
namespace {

constexpr float label_distance = 6, left_label_share = 0.34f;

}  // namespace

float field_corner() { return scaled(12); }
float field_padding() { return scaled(16); }

FieldPlace place_field(const FieldFrame& frame) {
  const float room = flow().leaf_room();
  const float width = frame.width > 0 ? std::min(frame.width, room) : room;
  const float label_width = frame.label_left ? std::floor(width * left_label_share) : width;
  const TextBlock label(frame.label, Type::label, Token::ink2, label_width);
  const TextBlock message(frame.below, Type::label, frame.fault ? Token::rouge : Token::ink3, width);
  const bool above = !frame.label_hidden && !frame.label_left;
  const float head = above ? label.height() + label_distance : 0;
  const float foot = frame.below.empty() ? 0 : label_distance + message.height();
  const float box_height = scaled(frame.box_height);
  const float total = head + box_height + foot;
  const Rect all = frame.width > 0 || flow().is_row() ? place(width, total) : place_wide(total);
  Rect box{all.x, all.y + head, all.w, box_height};
  if (frame.label_left && !frame.label_hidden) {
    label.paint(all.x, box.centre_y() - label.height() / 2, label_width);
    box.x += label_width;
    box.w -= label_width;
  } else if (above) {
    label.paint(all.x, all.y, all.w);
  }
  return {all, box, {all.x, box.bottom() + label_distance, all.w, message.height()}};
}

void paint_field_message(const FieldFrame& frame, const FieldPlace& at) {
  if (frame.below.empty()) return;
  const TextBlock message(frame.below, Type::label, frame.fault ? Token::rouge : Token::ink3, at.all.w);
  message.paint(at.message.x, at.message.y, at.message.w);
}

void paint_field_box(const Rect& box, const BoxLook& look) {
  const Corners corners{.radius = field_corner()};
  if (look.read_only) return;
  const Token ground = look.disabled || look.held || look.hovered ? Token::tint : Token::paper;
  fill(box, colour(ground), corners);
  const Token border = look.fault ? Token::rouge : look.disabled ? Token::line : Token::edge;
  stroke(box, colour(border), look.fault ? 2.f : 1.5f, corners);
}

}  // namespace mingbai::ui
