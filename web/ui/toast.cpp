// Short messages: in the flow, and over everything for six seconds.
#include <algorithm>
#include <string>

#include "web/ui/context.h"
#include "web/ui/interact.h"
#include "web/ui/layer.h"
#include "web/ui/note.h"
#include "web/ui/paint.h"
#include "web/ui/text_block.h"
#include "web/ui/words.h"

namespace mingbai::ui {
namespace {

constexpr double shown_ms = 6000;
constexpr float widest = 560, least_height = 60, distance = 12;

struct Pressed {
  bool action = false, close = false, focused = false;
};

struct Shape {
  float words_width, words_height, height;
  bool action_below;
};

Shape shape_of(std::string_view words, std::string_view action, float width, bool closable) {
  const TextBlock act(action, Type::strong, Token::ink, 4000, {.one_line = true});
  const float always = 2 * scaled(20) + scaled(34), close = closable ? scaled(38) : 0;
  const float beside = action.empty() ? 0 : act.width() + scaled(16);
  Shape shape{.action_below = !action.empty() && width - always - close - beside < width * 0.5f};
  shape.words_width = std::max(1.f, width - always - close - (shape.action_below ? 0 : beside));
  shape.words_height =
      TextBlock(words, Type::body, Token::ink, shape.words_width, {.full_width = true}).height();
  shape.height = std::max(scaled(least_height), shape.words_height + 2 * scaled(16)) +
                 (shape.action_below ? scaled(40) : 0);
  return shape;
}

Pressed paint_message(const Rect& where, std::string_view words, std::string_view action, bool fault,
                      bool closable) {
  const Shape shape = shape_of(words, action, where.w, closable);
  const float padding = scaled(20), size = scaled(22), left = where.x + padding + size + scaled(12);
  const float centre = where.centre_y() - (shape.action_below ? scaled(20) : 0);
  const Token token = fault ? Token::rouge : Token::paper;
  Pressed pressed;
  fill(where, colour(fault ? Token::rouge_tint : Token::ink), {.radius = scaled(16)});
  draw_icon(fault ? Icon::warning : Icon::ring_check, where.x + padding, centre - size / 2, size,
            colour(token));
  TextBlock(words, Type::body, token, shape.words_width, {.full_width = true})
      .paint(left, centre - shape.words_height / 2, shape.words_width);
  const auto piece = [&](std::string_view label, Icon icon, float x, float y, float width) {
    Node node;
    node.id = id_of(label);
    node.role = Role::button;
    node.name = label;
    const float wide = std::max(width + 16, scaled(44));
    const Rect target{x + (width - wide) / 2, y - scaled(22), wide, scaled(44)};
    const Touch touch = control(std::move(node), target, 10);
    if (touch.hovered) fill(target, faded(colour(token), 0.14f), {.radius = 10});
    draw_icon(icon, x, y - size / 2, size, colour(token));
    pressed.focused = pressed.focused || touch.focused;
    return touch.activated;
  };
  float right = where.right() - padding;
  if (!action.empty()) {
    const TextBlock block(action, Type::strong, token, 4000, {.one_line = true});
    const float x = shape.action_below ? left : right - block.width() - (closable ? scaled(38) : 0);
    const float y = shape.action_below ? where.bottom() - scaled(34) : centre;
    pressed.action = piece(action, Icon::none, x, y, block.width());
    block.paint(x, y - block.height() / 2, block.width());
  }
  if (closable) pressed.close = piece(say("ui.close"), Icon::cross, right - size, centre, size);
  return pressed;
}

void open_message(const Rect& where, std::string_view words, bool fault, NodeId id, Pin pin) {
  Node node;
  node.id = id;
  node.role = fault ? Role::alert : Role::status;
  node.name = words;
  node.pin = pin;
  context().recorder.open(std::move(node), where, pin == Pin::view ? Point{} : Point{where.x, where.y});
  push_id(id);
}

}  // namespace

bool message_bar(std::string_view words, std::string_view action, bool fault, std::string_view key) {
  const float width = flow().remaining_width();
  const Rect where = place_wide(shape_of(words, action, width, false).height);
  open_message(where, words, fault, id_of(words, key), Pin::page);
  const Pressed pressed = paint_message(where, words, action, fault, false);
  pop_id();
  context().recorder.close(where.h);
  return pressed.action;
}

void toast(std::string_view key, std::string_view words, std::string_view action, bool fault) {
  Context& c = context();
  const auto standing = std::ranges::find_if(c.messages, [&](const Message& message) {
    return message.key == key && message.words == words && message.action == action && message.fault == fault;
  });
  if (standing != c.messages.end()) {  // told in every picture: nothing new to draw
    standing->until_ms = c.now_ms + shown_ms;
    return;
  }
  close_toast(key);
  c.messages.push_back(
      {std::string(key), std::string(words), std::string(action), fault, c.now_ms + shown_ms});
  frame_within(0);
}

bool toast_action(std::string_view key) {
  if (context().pressed_message != key) return false;
  context().pressed_message.clear();
  return true;
}

bool toast_stands(std::string_view key) { return std::ranges::contains(context().messages, key, &Message::key); }

void close_toast(std::string_view key) {
  std::erase_if(context().messages, [&](const Message& message) { return message.key == key; });
}

void announce(std::string_view words) { context().announcement = words; }

void paint_toasts() {
  Context& c = context();
  std::erase_if(c.messages, [&](const Message& m) { return !m.fault && m.until_ms <= c.now_ms; });
  float y = c.view_height - c.bottom_reserved - distance;
  std::string done;
  for (Message& message : c.messages) {
    const float width = std::min(widest * text_scale(), c.view_width - 32), x = (c.view_width - width) / 2;
    const float height = shape_of(message.words, message.action, width, message.fault).height;
    y -= height;
    open_layer(("message " + message.key).c_str(), {x - 8, y - 8, width + 16, height + 16}, {x, y});
    raise_layer();
    open_message({0, 0, width, height}, message.words, message.fault, id_of(message.key), Pin::view);
    c.recorder.opened().box = {x, y, width, height};
    const Pressed pressed =
        paint_message({0, 0, width, height}, message.words, message.action, message.fault, message.fault);
    pop_id();
    c.recorder.close(height);
    close_layer();
    if (pressed.focused) message.until_ms = c.now_ms + shown_ms;
    if (pressed.action) c.pressed_message = message.key;
    if (pressed.action || pressed.close) done = message.key;
    if (!message.fault) frame_within(std::max(1.0, message.until_ms - c.now_ms));
    y -= distance;
  }
  if (!done.empty()) {
    close_toast(done);
    frame_within(0);
  }
}

}  // namespace mingbai::ui
