#include "web/ui/navigation.h"

#include <algorithm>
#include <vector>

#include "web/ui/context.h"
#include "web/ui/interact.h"
#include "web/ui/layer.h"
#include "web/ui/paint.h"
#include "web/ui/scope.h"
#include "web/ui/text_block.h"

namespace mingbai::ui {
namespace {

constexpr float bar_desktop = 72, bar_phone = 60, bar_large = 80;
constexpr float bottom_normal = 72, bottom_large = 104;
constexpr float margin_desktop = 48, margin_phone = 16, widest = 1184;
constexpr float door_padding = 16, door_padding_close = 9, mark_height = 4;
constexpr float right_end_least = 190;  // three pills without words

float side_margin() {
  const float margin = phone() ? margin_phone : margin_desktop;
  return std::max(margin, (context().view_width - widest) / 2);
}

Node door_node(const Door& door, std::string_view words) {
  Node node;
  node.id = id_of(door.target.substr(0, door.target.find('?')));  // the same door, whatever it leads back to
  node.role = Role::link;
  node.name = words;
  node.target = door.target;
  if (door.current) node.state |= NodeState::current;
  return node;
}

void paint_logo(const Rect& where) {
  const float unit = where.w / 40;
  fill(where, colour(Token::pine), {.radius = 11 * unit});
  const Colour paper = colour(Token::paper);
  const auto piece = [&](float x, float y, float w, Colour ink) {
    fill({where.x + x * unit, where.y + y * unit, w * unit, 8 * unit}, ink, {.radius = 2.5f * unit});
  };
  piece(9, 11, 22, paper);
  piece(9, 21, 10, paper);
  piece(21, 21, 10, colour(Token::deep_own));
}

TextBlock door_words(const Door& door, bool close) {
  const bool shortened = close && !door.short_words.empty();
  return TextBlock(shortened ? door.short_words : door.words, door.current ? Type::strong : Type::body,
                   door.current ? Token::ink : Token::ink2, 4000, {.one_line = true});
}

float doors_width(std::span<const Door> doors, bool close) {
  float width = 0;
  for (const Door& door : doors) width += door_words(door, close).width() + 2 * (close ? door_padding_close : door_padding) + 4;
  return width;
}

void paint_door(const Door& door, const TextBlock& words, const Rect& where, float padding, float bar_bottom) {
  Node node = door_node(door, door.words);
  const NodeId id = node.id;
  const Touch touch = control(std::move(node), where.inset(2, 14), 10);
  const float lit = door.current ? 0 : hover_share(id, touch.hovered);
  if (lit > 0) fill(where.inset(2, 14), faded(colour(Token::tint), lit), {.radius = 10});
  words.paint(where.centre_x() - words.width() / 2, where.centre_y() - words.height() / 2, words.width());
  if (door.current)
    fill({where.x + padding, bar_bottom - mark_height, where.w - 2 * padding, mark_height},
         colour(Token::pine), {.radius = 2, .bottom = false});
}

}  // namespace

void logo(float side) { paint_logo(place(scaled(side), scaled(side))); }

TopBar::TopBar(const TopBarOptions& o) {
  Context& c = context();
  const float height = phone() ? (theme().large ? bar_large : bar_phone) : scaled(bar_desktop);
  const Rect bar = place_wide(height);
  c.surfaces.push_back(Surface::paper);
  fill(bar, colour(Token::paper));
  fill({bar.x, bar.bottom() - 1, bar.w, 1}, colour(Token::line));
  const float margin = side_margin(), side = phone() ? 32 * std::min(1.25f, text_scale()) : scaled(40);
  Node node;
  node.id = id_of("top bar");
  node.role = phone() ? Role::region : Role::navigation;  // the doors stand at the foot there
  node.name = phone() ? o.product : o.name;
  c.recorder.open(std::move(node), bar);
  push_id(id_of("top bar"));

  float x = bar.x + margin;
  paint_logo({x, bar.centre_y() - side / 2, side, side});
  x += side + 12;
  const std::string_view called = phone() && !o.screen.empty() ? o.screen : o.product;
  const TextBlock name(called, phone() ? Type::amount : Type::section, Token::ink, 4000, {.one_line = true});
  Node home;
  home.id = id_of("home");
  home.role = Role::link;
  home.name = o.product;
  home.target = "#/";
  control(std::move(home), {bar.x + margin, bar.y + 8, x - bar.x - margin, height - 16}, 10);
  // The name goes when what stands at the right end needs its room.
  const std::vector<float>& right_end = remember(id_of("right end")).parts;
  const bool named = !phone() || right_end.empty() ||
                     right_end[0] < bar.right() - 2 * margin - (x - bar.x - margin) - name.width() - 8;
  if (named) name.paint(x, bar.centre_y() - name.height() / 2, name.width());
  x += (named ? name.width() : 0) + (phone() ? 4 : scaled(38));
  if (!phone()) {
    const bool close = x + doors_width(o.doors, false) > bar.right() - margin - scaled(right_end_least);
    const float padding = close ? door_padding_close : door_padding;
    for (const Door& door : o.doors) {
      const TextBlock words = door_words(door, close);
      const float width = words.width() + 2 * padding;
      paint_door(door, words, {x, bar.y, width, height}, padding, bar.bottom());
      x += width + 4;
    }
  }
  const float right = bar.right() - margin, left = std::min(x + 8, right - 40);
  room_ = right - left;
  c.flows.emplace_back(Flow::Start{.kind = Flow::Kind::row,
                                   .x = left,
                                   .y = bar.y,
                                   .width = right - left,
                                   .gap = 8,
                                   .align = Align::end,
                                   .wrap = false,
                                   .memory = &remember(id_of("right end"))});
  flow().take({left, bar.y, 0, height}, 0, height - 1);  // so that the others are centred on the bar
}

TopBar::~TopBar() {
  Context& c = context();
  if (c.flows.back().finish()) c.unsettled = true;
  c.flows.pop_back();
  pop_id();
  c.recorder.close(c.recorder.opened().box.h);
  c.surfaces.pop_back();
}

void top_line(std::string_view words, Icon mark, bool calm) {
  const float size = scaled(20), left = side_margin() + size + 10;
  const Token ink = calm ? Token::ink2 : Token::gamboge;
  const TextBlock block(words, Type::small_strong, ink, context().view_width - left - side_margin(), {.full_width = true});
  const Rect where = place_wide(std::max(scaled(44), block.height() + scaled(16)));
  fill(where, colour(calm ? Token::tint : Token::gamboge_tint));
  draw_icon(mark, where.x + side_margin(), where.centre_y() - size / 2, size, colour(ink));
  block.paint(where.x + left, where.centre_y() - block.height() / 2, block.width());
  Node node;
  node.id = id_of(calm ? "calm line" : "top line");
  node.role = Role::status;
  node.name = words;
  context().recorder.add(std::move(node), where);
}

void bottom_navigation(std::span<const Door> doors, std::string_view name) {
  if (!phone() || doors.empty()) return;
  Context& c = context();
  const bool large = theme().large;
  const float height = large ? bottom_large : bottom_normal, y = c.view_height - height;
  const std::size_t count = std::min<std::size_t>(doors.size(), large ? 3 : 4), from = c.recorder.nodes().size();
  c.bottom_reserved += height;
  open_layer("bottom navigation", {0, y, c.view_width, height}, {0, y});
  fill({0, 0, c.view_width, height}, colour(Token::paper));
  fill({0, 0, c.view_width, 1}, colour(Token::line));
  Node node;
  node.id = id_of("bottom navigation");
  node.role = Role::navigation;
  node.name = name;
  node.pin = Pin::view;
  c.recorder.open(std::move(node), {0, y, c.view_width, height}, {0, 0});
  push_id(id_of("bottom navigation"));
  const float width = c.view_width / static_cast<float>(count), size = scaled(24);
  for (std::size_t i = 0; i < count; ++i) {
    const Door& door = doors[i];
    const Rect cell{width * static_cast<float>(i), 0, width, height};
    const std::string_view called = door.short_words.empty() ? door.words : door.short_words;
    const Touch touch = control(door_node(door, called), cell.inset(4), 12);
    if (touch.held) fill(cell.inset(4), colour(Token::pine_tint), {.radius = 12});
    const Token token = door.current ? Token::pine : Token::ink2;
    const TextBlock words(called, door.current ? Type::small_strong : Type::small, token, width,
                          {.one_line = true});
    const float total = size + 4 + words.height(), top = (height - total) / 2 + 1;
    draw_icon(door.icon, cell.centre_x() - size / 2, top, size, colour(token));
    words.paint(cell.centre_x() - words.width() / 2, top + size + 4, words.width());
    const float mark = large ? 72 : 44;
    if (door.current)
      fill({cell.centre_x() - mark / 2, 0, mark, mark_height}, colour(Token::pine),
           {.radius = 2, .top = false});
  }
  pop_id();
  c.recorder.close(height);
  c.recorder.keep_for_last(from);
  close_layer();
}

}  // namespace mingbai::ui
