#include "web/ui/button.h"

#include <algorithm>

#include "web/ui/context.h"
#include "web/ui/interact.h"
#include "web/ui/paint.h"
#include "web/ui/spinner.h"
#include "web/ui/text_block.h"

namespace mingbai::ui {
namespace {

struct Look {
  Token fill = Token::count, fill_hover = Token::count, fill_held = Token::count;
  Token border = Token::count, words = Token::ink;
};

Look look_of(ButtonKind kind) {
  switch (kind) {
    case ButtonKind::primary:
      return {Token::pine, Token::pine_hover, Token::pine_press, Token::count, Token::on_pine};
    case ButtonKind::secondary:
      return {Token::paper, Token::tint, Token::pine_tint, Token::pine, Token::pine};
    case ButtonKind::neutral:
      return {Token::paper, Token::tint, Token::pine_tint, Token::edge, Token::ink};
    case ButtonKind::careful:
      return {Token::paper, Token::tint, Token::rouge_tint, Token::rouge, Token::rouge};
    case ButtonKind::words:
      return {Token::count, Token::pine_tint, Token::pine_tint, Token::count, Token::pine};
    case ButtonKind::careful_words:
      return {Token::count, Token::rouge_tint, Token::rouge_tint, Token::count, Token::rouge};
  }
  return {};
}

Look on_the_dark_block(ButtonKind kind) {
  if (kind == ButtonKind::primary)
    return {Token::on_deep, Token::on_deep2, Token::on_deep2, Token::count, Token::deep};
  return {Token::deep, Token::deep_rest, Token::deep_rest, Token::on_deep2, Token::on_deep};
}

struct Measures {
  float height, padding, corner, icon, space;
  Type type;
};

Measures measures_of(const ButtonOptions& o) {
  const bool wordy = o.kind == ButtonKind::words || o.kind == ButtonKind::careful_words;
  const bool large = theme().large;
  if (o.small || wordy)
    return {large ? 66.f : 44.f, wordy ? (large ? 12.f : 8.f) : large ? 22.f : 16.f,
            large ? 18.f : 12.f, scaled(20),
            scaled(8),           Type::label_strong};
  return {large ? 84.f : 52.f, large ? 28.f : 24.f, large ? 20.f : 14.f,
          scaled(22),          scaled(10),          Type::strong};
}

void paint_button(const Rect& where, const Look& look, const Measures& m, const Touch& touch, float share) {
  const Corners corners{.radius = m.corner};
  const Token rest = look.fill == Token::count ? look.fill_hover : look.fill;
  Colour ground = look.fill == Token::count ? faded(colour(rest), 0) : colour(rest);
  ground = touch.held ? colour(look.fill_held) : blend(ground, colour(look.fill_hover), share);
  fill(where, ground, corners);
  if (look.border != Token::count) stroke(where, colour(look.border), 1.5f, corners);
}

Node button_node(std::string_view words, const ButtonOptions& o, NodeId id) {
  Node node;
  node.id = id;
  node.role = o.target.empty() ? Role::button : Role::link;
  node.name = o.name.empty() ? words : o.name;
  node.target = o.target;
  node.description = o.disabled_reason;
  if (!o.disabled_reason.empty()) node.state |= NodeState::disabled;
  if (o.busy) node.state |= NodeState::busy;
  if (o.expanded >= 0) node.state |= o.expanded ? NodeState::expanded : NodeState::collapsed;
  return node;
}

}  // namespace

bool button(std::string_view words, const ButtonOptions& o) {
  const NodeId id = id_of(words, o.key);
  const Measures m = measures_of(o);
  const bool disabled = !o.disabled_reason.empty();
  const Icon before = o.busy && o.before == Icon::none ? Icon::retry : o.before;
  const TextBlock block(words, m.type, Token::ink, 4000, {.one_line = true});
  const float icons =
      (before != Icon::none ? m.icon + m.space : 0) + (o.after != Icon::none ? m.icon + m.space : 0);
  const float inside = block.width() + icons;
  const bool wide = o.wide && !flow().is_row();
  Rect where = wide ? place_wide(m.height) : place(inside + 2 * m.padding, m.height);
  if (o.flush) where.x -= m.padding;

  const Look look = on_deep() ? on_the_dark_block(o.kind) : look_of(o.kind);
  const Touch touch = control(button_node(words, o, id), where, finger_sized(where), m.corner);
  const float share = hover_share(id, touch.hovered);
  if (disabled) {
    fill(where, colour(Token::line), {.radius = m.corner});
  } else {
    paint_button(where, look, m, touch, share);
  }
  const Token token = disabled ? Token::ink2 : look.words;
  const TextBlock fitted = fitting(words, m.type, Type::label_strong, token,
                                   std::max(1.f, where.w - icons - 2 * std::min(m.padding, scaled(8))));
  float x = where.centre_x() - (fitted.width() + icons) / 2;
  const float icon_y = where.centre_y() - m.icon / 2;
  if (before != Icon::none) {
    if (o.busy)
      turning_arc({x + m.icon / 2, where.centre_y()}, m.icon, colour(token));
    else
      draw_icon(before, x, icon_y, m.icon, colour(token));
    x += m.icon + m.space;
  }
  fitted.paint(x, where.centre_y() - fitted.height() / 2, fitted.width());
  x += fitted.width() + m.space;
  if (o.after != Icon::none) draw_icon(o.after, x, icon_y, m.icon, colour(token));
  if (disabled && !flow().is_row()) {
    gap(8);
    text(o.disabled_reason, Type::label, Token::ink2, {.silent = true});
  }
  return touch.activated;
}

bool icon_button(Icon icon, std::string_view name, const IconButtonOptions& o) {
  const float side = scaled(44), size = scaled(24);
  const Rect where = place(side, side);
  Node node =
      button_node(name, {.disabled_reason = o.disabled_reason, .expanded = o.expanded}, id_of(name, o.key));
  const NodeId id = node.id;
  const Touch touch = control(std::move(node), where, scaled(12));
  const float share = hover_share(id, touch.hovered);
  const Corners corners{.radius = scaled(12)};
  fill(where, touch.held ? colour(Token::pine_tint) : faded(colour(Token::tint), share), corners);
  if (o.bordered) stroke(where, colour(Token::edge), 1.5f, corners);
  const Token token = o.disabled_reason.empty() ? o.token : Token::line;
  draw_icon(icon, where.centre_x() - size / 2, where.centre_y() - size / 2, size, colour(token));
  return touch.activated;
}

bool pill_button(std::string_view words, Icon before, bool large_first, std::string_view name, Token ground) {
  const float height = scaled(44), padding = scaled(14), size = scaled(20), space = scaled(8);
  const NodeId id = id_of(name.empty() ? words : name);
  std::vector<Span> spans = {{words}};
  if (large_first && !words.empty() && static_cast<unsigned char>(words[0]) >= 0xE0) {  // a Han character
    const std::size_t first = 3;
    const std::string_view rest = words.substr(std::min(first, words.size()));
    spans = {{words.substr(0, first), {.strong = true, .type = Type::amount}},
             {rest.size() > 3 ? "  " : ""},
             {rest}};
  }
  const bool tinted = ground != Token::paper;
  const Token token = tinted ? Token::gamboge : Token::ink2;
  const TextBlock block(spans, tinted ? Type::label_strong : Type::label, token, 4000, {.one_line = true});
  const float icon_width = before == Icon::none ? 0 : words.empty() ? size : size + space;
  const Rect where = place(block.width() + icon_width + 2 * padding, height);
  Node node;
  node.id = id;
  node.role = Role::button;
  node.name = name.empty() ? words : name;
  const Touch touch = control(std::move(node), where, height / 2);
  const Corners round{.radius = height / 2};
  fill(where,
       blend(colour(ground), colour(touch.held ? Token::pine_tint : Token::tint),
             tinted ? 0 : hover_share(id, touch.hovered || touch.held)),
       round);
  stroke(where, colour(tinted ? Token::gamboge_line : Token::line), 1, round);
  draw_icon(before, where.x + padding, where.centre_y() - size / 2, size, colour(token));
  block.paint(where.x + padding + icon_width, where.centre_y() - block.height() / 2, block.width());
  return touch.activated;
}

bool link(std::string_view words, std::string_view target, Token token, std::string_view key) {
  const bool quiet = token == Token::ink2;
  const TextBlock block(words, quiet ? Type::label : Type::label_strong, token, flow().leaf_room());
  const Rect where = place(block.width(), block.height());
  Node node;
  node.id = id_of(words, key);
  node.role = Role::link;
  node.name = words;
  node.target = target;
  const Touch touch = control(std::move(node), where, finger_sized(where), 6);
  block.paint(where.x, where.y, where.w);
  if (touch.hovered) fill({where.x, where.bottom() - 3, where.w, 1.5f}, colour(token));
  return touch.activated;
}

}  // namespace mingbai::ui
