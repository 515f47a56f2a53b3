#include "web/ui/step.h"

#include <algorithm>
#include <vector>

#include "web/ui/context.h"
#include "web/ui/fill_paint.h"
#include "web/ui/interact.h"
#include "web/ui/layout.h"
#include "web/ui/paint.h"
#include "web/ui/scope.h"
#include "web/ui/text.h"
#include "web/ui/text_block.h"
#include "web/ui/words.h"

namespace mingbai::ui {
namespace {

constexpr float bar_height = 12, bar_distance = 15, foot = 24, disc_side = 26;

// What is spent is a thin line, this step's share is full, what remains is pale.
void paint_share(const StepOptions& o) {
  const Rect where = place_wide(bar_height);
  const auto share_of = [&](std::int64_t fen) {
    return std::clamp(static_cast<float>(static_cast<double>(fen) / static_cast<double>(o.total)), 0.f, 1.f);
  };
  const float from = share_of(o.before), least = 4 / std::max(1.f, where.w);
  const float to = o.share > 0 ? std::min(1.f, std::max(from + least, share_of(o.before + o.share))) : from;
  if (from > 0) fill({where.x, where.centre_y() - 1, where.w * from, 2}, colour(Token::line));
  if (to < 1) fill(where.slice(to, 1), colour(Token::pine_tint), {.radius = 6, .left = to <= 0});
  if (to > from)
    paint_piece(where.slice(from, to), o.fill, {.radius = 6, .left = from <= 0, .right = to >= 1});
}

}  // namespace

Step::Step(const StepOptions& o) {
  const NodeId id = id_of(o.title, o.key);
  if (o.total > 0) {
    paint_share(o);
    gap(bar_distance);
  } else {
    divider(0, bar_distance);
  }
  const float side = scaled(disc_side), indent = phone() ? 0 : side + scaled(20),
              title_left = side + scaled(phone() ? 12 : 20);
  const float room = flow().remaining_width();
  const bool large = theme().large;
  const TextBlock amount(o.amount, Type::amount, o.number > 1 ? o.token : Token::ink, room,
                         {.one_line = true});
  const TextBlock left(o.left, Type::label, Token::ink2, room, {.one_line = true});
  const float beside = large ? 0 : std::max(amount.width(), phone() ? 0 : left.width()) + 16;
  const TextBlock title(o.title, Type::strong, Token::ink, std::max(40.f, room - title_left - beside));
  std::vector<Span> pieces = marked(o.formula);
  for (Span& piece : pieces)
    if (piece.style.strong) piece.style.token = Token::ink;
  const TextBlock formula(pieces, Type::body, Token::ink2,
                          std::max(40.f, room - indent - (phone() ? 0 : beside)));
  if (o.open) open_ = *o.open;

  const float title_height = std::max(title.height(), amount.height());
  const Rect head = place_wide(large ? title.height() + amount.height() : title_height);
  const Token ring = o.number > 1 ? o.token : Token::ink3;
  if (o.number > 0)
    draw_disc(o.number, {head.x + side / 2, head.y + face(Type::strong).line / 2}, side, colour(ring),
              colour(Token::paper));
  title.paint(head.x + title_left, head.y, title.width());
  amount.paint(head.right() - amount.width(), large ? head.y + title.height() : head.y, amount.width());

  Node node;
  node.id = id;
  node.role = o.open ? Role::disclosure : Role::heading;
  node.level = 3;
  node.name = std::string(o.title) + " " + in_yuan(o.amount);
  if (o.open) node.state |= open_ ? NodeState::expanded : NodeState::collapsed;
  if (o.open) {
    if (control(std::move(node), head, 8).activated) *o.open = open_ = !open_;
  } else {
    context().recorder.add(std::move(node), head);
  }
  if (open_ && !o.formula.empty()) {
    const Rect line = place_wide(std::max(formula.height(), left.height()));
    formula.paint(line.x + indent, line.y, formula.width());
    if (!phone()) left.paint(line.right() - left.width(), line.y, left.width());
    Node words;
    words.id = id ^ 1u;
    words.name = formula.words() + (o.left.empty() ? "" : " " + std::string(o.left));
    context().recorder.add(std::move(words), line);
  }
  push_id(id);
  if (open_) gap(10);
  open_scope(id ^ 2u, {.left = indent},
             {.kind = Flow::Kind::row, .gap = 8, .line_gap = 8, .align = Align::start, .wrap = true});
}

Step::~Step() {
  close_scope();
  pop_id();
  gap(foot);
}

}  // namespace mingbai::ui
