#include "web/ui/record.h"

#include <algorithm>
#include <string>

#include "web/ui/context.h"
#include "web/ui/layout.h"
#include "web/ui/paint.h"
#include "web/ui/scope.h"
#include "web/ui/text.h"
#include "web/ui/text_block.h"
#include "web/ui/words.h"

namespace mingbai::ui {
namespace {

constexpr float disc_side = 28, indent = 44, time_width = 104, between = 22;

void paint_event_disc(const Event& event, Point centre, float side) {
  const Token token = event.fault ? Token::rouge : Token::pine;
  const float size = side * 0.62f;
  const bool future = event.when == Event::When::future;
  if (future) {
    circle(centre, side / 2, colour(Token::paper));
    ring(centre, side / 2, colour(Token::ink3), 1.5f);
  } else if (event.when == Event::When::now) {
    circle(centre, side / 2, colour(Token::paper));
    ring(centre, side / 2, colour(token), 2);
  } else {
    circle(centre, side / 2, colour(token));
  }
  const Token mark = future ? Token::ink3 : event.when == Event::When::now ? token : Token::on_pine;
  draw_icon(event.icon, centre.x - size / 2, centre.y - size / 2, size, colour(mark), 2 * text_scale());
}

}  // namespace

void timeline(std::span<const Event> events, std::string_view name) {
  Region list(Role::list, name);
  const float side = scaled(disc_side), left = scaled(indent);
  const bool times_right = !phone();
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Event& event = events[i];
    const bool last = i + 1 == events.size();
    const float time_room = times_right && !event.time.empty() ? scaled(time_width) + 16 : 0;
    const float room = std::max(60.f, flow().remaining_width() - left - time_room);
    const TextBlock title(event.title, Type::strong, Token::ink, room),
        detail(event.detail, Type::label, Token::ink2, room),
        time(event.time, Type::label, Token::ink2, times_right ? scaled(time_width) : room);
    const float words = title.height() + (event.detail.empty() ? 0 : detail.height()) +
                        (times_right || event.time.empty() ? 0 : time.height());
    const Rect where = place_wide(std::max(words, side) + (last ? 0 : between));
    const Point centre{where.x + side / 2, where.y + std::max(side, title.first_line_height()) / 2};
    if (!last) {
      const Point from{centre.x, centre.y + side / 2},
          to{centre.x, where.bottom() + (centre.y - where.y) - side / 2};
      if (events[i + 1].when == Event::When::future)
        dashes(from, to, colour(Token::edge), 2, 5, 4);
      else
        fill({from.x - 1, from.y, 2, to.y - from.y}, colour(Token::pine_mid));
    }
    paint_event_disc(event, centre, side);
    title.paint(where.x + left, where.y, room);
    float y = where.y + title.height();
    detail.paint(where.x + left, y, room);
    if (!event.detail.empty()) y += detail.height();
    if (times_right)
      time.paint(where.right() - scaled(time_width),
                 where.y + (title.first_line_height() - time.first_line_height()) / 2, scaled(time_width));
    else
      time.paint(where.x + left, y, room);
    Node node;
    node.id = next_id();
    node.role = Role::list_item;
    node.name = std::string(event.title);
    for (const std::string_view part : {event.detail, event.time})
      if (!part.empty()) node.name.append(" ").append(part);
    context().recorder.add(std::move(node), where);
  }
}

Receipt::Receipt(const ReceiptOptions& o) {
  const NodeId id = next_id();
  const float padding = scaled(28), corner = 16, notch = 12;
  const Rect where =
      open_scope(id, {.left = padding, .top = padding, .right = padding, .bottom = padding}, {});
  push_id(id);
  const Remembered& known = remember(id ^ 0x6e6fu);
  fill(where, colour(Token::tint), {.radius = corner});
  stroke(where, colour(Token::line), 1, {.radius = corner});
  if (const float y = where.y + known.height; known.height > 0) {
    for (const float x : {where.x, where.right()}) {
      push_clip({x == where.x ? x - 1 : x - notch, y - notch, notch + 1, 2 * notch});
      circle({x, y}, notch, colour(Token::paper));
      ring({x, y}, notch, colour(Token::line), 1);
      pop_clip();
      fill({x == where.x ? x - 1 : x - 1, y - notch + 1, 2, 2 * notch - 2}, colour(Token::paper));
    }
    dashes({where.x + notch + 2, y}, {where.right() - notch - 2, y}, colour(Token::edge), 1.5f, 6, 5);
  }
  {
    Row row({.gap = 10, .wrap = false});
    icon(o.pending ? Icon::clock : Icon::ring_check, 22, o.pending ? Token::gamboge : Token::pine);
    text(o.title, Type::strong, o.pending ? Token::gamboge : Token::pine);
  }
  gap(14);
  text(o.number_label, Type::label, Token::ink2, {.silent = true});
  const std::size_t from = context().recorder.nodes().size();
  text(o.number, Type::section);
  context().recorder.put_before(from, labelled(o.number_label));
  caption(o.time);
  gap(20);
  const float line = flow().next_y() - where.y;
  if (remember(id ^ 0x6e6fu).store(1, line)) context().unsettled = true;
  gap(26);
}

Receipt::~Receipt() {
  pop_id();
  close_scope();
}

}  // namespace mingbai::ui
