#include "web/ui/list.h"

#include <algorithm>

#include "web/ui/context.h"
#include "web/ui/interact.h"
#include "web/ui/paint.h"
#include "web/ui/text_block.h"

namespace mingbai::ui {
namespace {

constexpr float least_height = 48, padding = 11;

}  // namespace

bool list_row(const ListRow& row) {
  const NodeId id = id_of(row.title, row.key);
  const float icon = scaled(24), lead = row.before == Icon::none ? 0 : icon + scaled(16);
  const float tail = row.after == Icon::none ? 0 : scaled(22) + 8, side = row.chosen ? 4 : 0;
  const float room = flow().remaining_width();
  const TextBlock right(row.right, Type::label, Token::ink2, room / 2, {.one_line = true});
  const float words_room = std::max(40.f, room - lead - tail - (row.right.empty() ? 0 : right.width() + 12));
  const TextBlock title(row.title, row.strong || row.chosen ? Type::strong : Type::body, Token::ink,
                        words_room);
  const TextBlock detail(row.detail, Type::label, Token::ink2, words_room);
  const float words = title.height() + (row.detail.empty() ? 0 : detail.height());
  const Rect where = place_wide(std::max(scaled(least_height), words + 2 * scaled(padding)));

  Node node;
  node.id = id;
  node.role = !row.pressable ? Role::list_item : row.target.empty() ? Role::button : Role::link;
  node.target = row.target;
  node.name = row.title;
  for (const std::string_view part : {row.detail, row.right})
    if (!part.empty()) node.name.append(" ").append(part);
  if (row.chosen) node.state |= NodeState::current;
  const Rect ground = where.inset(-12, 0);
  Touch touch;
  if (row.pressable)
    touch = control(std::move(node), where, 10);
  else
    context().recorder.add(std::move(node), where);
  if (row.chosen) {
    fill(ground, colour(Token::pine_tint), {.radius = 12});
    fill({ground.x, where.y + 10, 4, where.h - 20}, colour(Token::pine), {.radius = 2});
  } else if (touch.hovered || touch.held) {
    fill(ground, colour(touch.held ? Token::pine_tint : Token::tint), {.radius = 12});
  }
  if (row.line && !row.chosen) fill({where.x, where.bottom() - 1, where.w, 1}, colour(Token::line));
  const float top = where.centre_y() - words / 2;
  if (row.before != Icon::none)
    draw_icon(row.before, where.x, where.centre_y() - icon / 2, icon, colour(row.before_token));
  title.paint(where.x + lead + side, top, words_room);
  detail.paint(where.x + lead + side, top + title.height(), words_room);
  if (!row.right.empty())
    right.paint(where.right() - tail - right.width(), where.centre_y() - right.height() / 2, right.width());
  if (row.after != Icon::none)
    draw_icon(row.after, where.right() - scaled(22), where.centre_y() - scaled(11), scaled(22),
              colour(row.after_token));
  return touch.activated;
}

}  // namespace mingbai::ui
