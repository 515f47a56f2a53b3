#include "web/ui/field.h"

#include <algorithm>
#include <vector>

#include "web/ui/context.h"
#include "web/ui/field_frame.h"
#include "web/ui/field_text.h"
#include "web/ui/paint.h"
#include "web/ui/text_block.h"
#include "web/ui/words.h"

namespace mingbai::ui {
namespace {

// What the page needs to make the real <input> look the same: kind, then alignment and weight.
std::string style_of(const FieldOptions& o) {
  std::string style;
  switch (o.kind) {
    case FieldKind::text:
      style = "text";
      break;
    case FieldKind::money:
      style = "money right bold";
      break;
    case FieldKind::number:
      style = "number";
      break;
    case FieldKind::identity:
      style = "identity";
      break;
    case FieldKind::phone:
      style = "phone";
      break;
    case FieldKind::date:
      style = "date";
      break;
    case FieldKind::password:
      style = "password";
      break;
    case FieldKind::search:
      style = "search";
      break;
    case FieldKind::multiline:
      style = "multiline";
      break;
  }
  if (!o.autocomplete.empty()) style += " auto:" + std::string(o.autocomplete);
  return style;
}

std::string shown(const std::string& value, FieldKind kind) {
  switch (kind) {
    case FieldKind::money:
      return shown_money(value);
    case FieldKind::identity:
      return shown_identity(value);
    case FieldKind::password:
      return dots(value);
    default:
      return value;
  }
}

std::string_view unit_of(const FieldOptions& o) {
  return o.kind == FieldKind::money && o.unit.empty() ? say("ui.yuan") : o.unit;
}

Node field_node(std::string_view label, const std::string& value, const FieldOptions& o, NodeId id) {
  Node node;
  node.id = id;
  node.role = Role::textbox;
  node.name = label;
  node.value = value;
  node.error = o.error;
  node.description = unit_of(o);
  const std::string_view below = !o.disabled_reason.empty() ? o.disabled_reason : o.hint;
  if (!below.empty() && !node.description.empty()) node.description += ' ';
  node.description += below;
  node.style = style_of(o);
  node.text_size = face(Type::body).size;
  if (!o.placeholder.empty()) node.target = o.placeholder;
  if (!o.error.empty()) node.state |= NodeState::invalid;
  if (!o.disabled_reason.empty()) node.state |= NodeState::disabled;
  if (o.read_only) node.state |= NodeState::read_only;
  if (o.required) node.state |= NodeState::required;
  return node;
}

// The icons at the right end; returns where the text must stop.
float paint_right_end(const Rect& box, const FieldOptions& o) {
  const float size = scaled(22), padding = field_padding();
  float right = box.right() - padding;
  const auto put = [&](Icon icon, Token token) {
    draw_icon(icon, right - size, box.centre_y() - size / 2, size, colour(token));
    right -= size + scaled(10);
  };
  if (!o.error.empty()) put(Icon::warning, Token::rouge);
  if (o.kind == FieldKind::date && o.error.empty() && !o.read_only) put(Icon::calendar, Token::ink2);
  if (o.kind == FieldKind::search) put(Icon::search, Token::ink2);
  if (o.icon != Icon::none) put(o.icon, Token::ink2);
  return right;
}

void date_picker(const Rect& box, std::string_view label, const std::string& value, NodeId of,
                 std::string& out, bool& edited) {
  Node node;
  node.id = of ^ 0x64617465u;
  node.role = Role::date_picker;
  node.name = std::string(say("ui.open_calendar")) + " " + std::string(label);
  node.value = value;
  const NodeId id = node.id;
  const float side = box.h;
  const Rect where{box.right() - side, box.y, side, side};
  control(std::move(node), where.inset(4), field_corner());
  if (auto picked = context().actions.take(id, ActionKind::input)) out = *picked, edited = true;
}

}  // namespace

FieldEvent text_field(std::string_view label, std::string& value, const FieldOptions& o) {
  Context& c = context();
  const NodeId id = id_of(label, o.key);
  FieldEvent event;
  if (auto typed = c.actions.take(id, ActionKind::input); typed && *typed != value)
    value = *typed, event.edited = true;
  event.left = c.actions.take(id, ActionKind::blur).has_value();
  event.entered = c.actions.take(id, ActionKind::enter).has_value();

  const bool tall = o.kind == FieldKind::multiline;
  const Face body = face(Type::body);
  FieldFrame frame{
      .label = label, .label_hidden = o.label_hidden, .label_left = o.label_left, .width = o.width};
  frame.below = !o.error.empty() ? o.error : !o.disabled_reason.empty() ? o.disabled_reason : o.hint;
  frame.fault = !o.error.empty();
  if (tall) frame.box_height = 26 + body.line / text_scale() * static_cast<float>(o.rows);
  const FieldPlace at = place_field(frame);

  const bool typing = c.actions.focused(id);
  const float padding = o.read_only ? 0 : field_padding();
  const Touch touch = interact(at.box, id, o.disabled_reason.empty());
  paint_field_box(at.box, {.fault = frame.fault,
                           .disabled = !o.disabled_reason.empty(),
                           .read_only = o.read_only,
                           .hovered = touch.hovered && !typing});
  if (typing && !o.read_only) focus_ring(at.box, field_corner());
  const float stop = paint_right_end(at.box, o);

  float start = at.box.x + padding;
  const std::string_view unit = unit_of(o);
  if (!unit.empty()) {
    const TextBlock words(unit, Type::body, Token::ink2, 200, {.one_line = true});
    words.paint(start, at.box.centre_y() - words.height() / 2, words.width());
    start += words.width() + scaled(12);
  }
  // The real input covers exactly the words: icons and unit stay visible while one types.
  const Rect words_box{start, at.box.y, std::max(8.f, stop - start), at.box.h};
  c.recorder.add(field_node(label, value, o, id), words_box);

  if (!typing) {
    const bool empty = value.empty();
    const std::string painted = empty ? std::string(o.placeholder) : shown(value, o.kind);
    const bool bold = o.kind == FieldKind::money && !empty;
    const Token token = empty ? Token::ink3 : !o.disabled_reason.empty() ? Token::ink3 : Token::ink;
    const TextBlock words(
        painted, bold ? Type::strong : Type::body, token, words_box.w,
        {.align = o.kind == FieldKind::money ? Align::end : Align::start, .one_line = !tall});
    const float y = tall ? at.box.y + scaled(12) : at.box.centre_y() - words.height() / 2;
    push_clip(at.box);
    words.paint(words_box.x, y, words_box.w);
    pop_clip();
  }
  if (o.kind == FieldKind::date && o.disabled_reason.empty() && !o.read_only)
    date_picker(at.box, label, value, id, value, event.edited);
  paint_field_message(frame, at);
  return event;
}

void focus_field(std::string_view label) { context().wanted_focus = id_of(label); }

bool file_button(std::string_view words, const FileOptions& o) {
  const float height = scaled(o.small ? 44 : 52), padding = scaled(o.small ? 16 : 24), size = scaled(22), space = scaled(10);
  const TextBlock block(words, o.small ? Type::label_strong : Type::strong, Token::pine, 4000, {.one_line = true});
  const Rect where = place(block.width() + size + space + 2 * padding, height);
  Node node;
  node.id = id_of(words, o.key);
  node.role = Role::file_picker;
  node.name = o.name.empty() ? words : o.name;
  node.target = o.accept;
  node.value = o.key.empty() ? words : o.key;
  if (o.camera) node.style = "camera";
  const Touch touch = control(std::move(node), where, scaled(14));
  fill(where,
       colour(touch.held      ? Token::pine_tint
              : touch.hovered ? Token::tint
                              : Token::paper),
       {.radius = scaled(14)});
  stroke(where, colour(Token::pine), 1.5f, {.radius = scaled(14)});
  draw_icon(o.camera ? Icon::camera : Icon::paperclip, where.x + padding, where.centre_y() - size / 2, size,
            colour(Token::pine));
  block.paint(where.x + padding + size + space, where.centre_y() - block.height() / 2, block.width());
  return touch.activated;
}

}  // namespace mingbai::ui
