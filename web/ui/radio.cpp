#include "web/ui/radio.h"

#include <algorithm>

#include "web/ui/choice.h"
#include "web/ui/context.h"
#include "web/ui/paint.h"
#include "web/ui/text_block.h"

namespace mingbai::ui {

RadioGroup::RadioGroup(std::string_view label, const Rect& around, std::string_view key)
    : id_(id_of(label, key)), height_(around.h) {
  Node node;
  node.id = id_;
  node.role = Role::radio_group;
  node.name = label;
  context().recorder.open(std::move(node), around);
  push_id(id_);
}

RadioGroup::~RadioGroup() {
  pop_id();
  context().recorder.close(height_);
}

Node& RadioGroup::node() { return context().recorder.opened(); }

Touch RadioGroup::radio(std::string_view choice, std::string_view words, std::string& value,
                        const Rect& where, float corner, bool disabled) {
  last_ = id_of(choice);
  Node node;
  node.id = last_;
  node.role = Role::radio;
  node.name = words;
  node.value = choice;
  if (choice == value) node.state |= NodeState::checked;
  if (disabled) node.state |= NodeState::disabled;
  height_ = std::max(height_, 1.f);
  const Touch touch = control(std::move(node), where, corner);
  if (touch.activated && value != choice) value = choice, changed_ = true;
  return touch;
}

void paint_radio(Point centre, bool chosen, bool hovered, bool disabled) {
  const float radius = scaled(28) / 2;
  circle(centre, radius, colour(hovered ? Token::tint : Token::paper));
  const Token token = disabled ? Token::line : chosen ? Token::pine : Token::edge;
  ring(centre, radius, colour(token), chosen ? 2.f : 1.5f);
  if (chosen) circle(centre, scaled(14) / 2, colour(token));
}

bool radio_list(std::string_view label, std::string& value, std::span<const Choice> choices,
                const ChoiceOptions& o) {
  const float mark = scaled(28), space = scaled(12), least = scaled(44);
  if (!o.label_hidden) {
    text(label, Type::label, Token::ink2, {.silent = true});
    gap(4);
  }
  const bool disabled = !o.disabled_reason.empty();
  RadioGroup group(label, {flow().x(), flow().next_y(), flow().width(), 1}, o.key);
  group.node().error = o.error;
  group.node().description = disabled ? o.disabled_reason : o.hint;
  for (const Choice& choice : choices) {
    const float room = flow().remaining_width() - mark - space;
    const TextBlock words(choice.label, Type::body, disabled ? Token::ink2 : Token::ink, room);
    const TextBlock detail(choice.detail, Type::label, Token::ink2, room);
    const float inner = words.height() + (choice.detail.empty() ? 0 : detail.height());
    const Rect where = place_wide(std::max(least, inner + 8));
    const Touch touch = group.radio(choice.value, choice.label, value, where, 8, disabled);
    const float top = where.centre_y() - inner / 2;
    paint_radio({where.x + mark / 2, top + words.first_line_height() / 2}, choice.value == value,
                touch.hovered, disabled);
    words.paint(where.x + mark + space, top, room);
    if (!choice.detail.empty()) detail.paint(where.x + mark + space, top + words.height(), room);
  }
  const std::string_view below = !o.error.empty() ? o.error : disabled ? o.disabled_reason : o.hint;
  if (!below.empty()) {
    gap(4);
    text(below, Type::label, o.error.empty() ? Token::ink3 : Token::rouge, {.silent = true});
  }
  return group.changed();
}

}  // namespace mingbai::ui
