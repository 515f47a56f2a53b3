#include "web/ui/strip.h"

#include <algorithm>

#include "web/ui/context.h"
#include "web/ui/fill_paint.h"
#include "web/ui/interact.h"
#include "web/ui/paint.h"
#include "web/ui/piece_widths.h"
#include "web/ui/text_block.h"
#include "web/ui/words.h"

namespace mingbai::ui {
namespace {

constexpr float bracket_height = 8, bracket_distance = 8, words_distance = 5, disc_side = 26,
                discs_apart = 24;

Token token_of(Fill kind) { return kind == Fill::fund || kind == Fill::good ? Token::pine : Token::ochre; }

TextBlock bracket_words(const Bracket& b) {
  const Span spans[] = {{b.words}, {" "}, {b.per_cent, {.strong = true}}};
  return TextBlock(spans, Type::label, b.token, 4000, {.one_line = true});
}

// Large letters on a narrow view: the cells below say the same.
bool brackets_fit(std::span<const Bracket> brackets, float room) {
  float needed = -12;
  for (const Bracket& b : brackets) needed += bracket_words(b).width() + 12;
  return needed <= room;
}

void paint_brackets(std::span<const Bracket> brackets, const std::vector<Rect>& places, float top,
                    float words_height) {
  float taken = -1e9f;
  for (std::size_t i = 0; i < brackets.size(); ++i) {
    const Bracket& b = brackets[i];
    const float from = places[b.first].x, to = places[b.last].right();
    if (to - from < 1) continue;
    const TextBlock words = bracket_words(b);
    const bool last = i + 1 == brackets.size();
    float x = from;
    if (x < taken + 12) x = taken + 12;
    const float end = places.back().right() > to ? places.back().right() : to;
    if (last && x + words.width() > end) x = end - words.width();
    words.paint(x, top, words.width());
    taken = x + words.width();
    bracket(from, to, top + words_height + words_distance, colour(b.token));
  }
}

void paint_discs(std::span<const Piece> pieces, const std::vector<Rect>& places, const Rect& bar) {
  std::vector<float> wanted;
  std::vector<std::size_t> which;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (pieces[i].number > 0 && places[i].w > 0) wanted.push_back(places[i].centre_x()), which.push_back(i);
  const float side = scaled(disc_side);
  const auto at = spread_apart(wanted, scaled(discs_apart), bar.x + side / 2 - 2, bar.right() - side / 2 + 2);
  for (std::size_t i = 0; i < at.size(); ++i)
    draw_disc(pieces[which[i]].number, {at[i], bar.bottom()}, side, colour(token_of(pieces[which[i]].fill)),
              colour(Token::paper));
}

// One cell a piece: four in a row from 640, a list below.
int cells(std::span<const Piece> pieces) {
  int activated = -1;
  const bool list = phone();
  const float disc_room = scaled(disc_side) + 10;
  std::vector<std::size_t> named;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (pieces[i].number > 0 && !pieces[i].name.empty() && pieces[i].weight > 0) named.push_back(i);
  if (named.empty()) return -1;
  const float room = flow().remaining_width();
  float widest = 0;
  for (const std::size_t i : named)
    widest = std::max(widest,
                      TextBlock(pieces[i].name, Type::label, Token::ink2, 4000, {.one_line = true}).width());
  const std::size_t fitting = room / 4 >= widest + disc_room + 30 ? 4 : 2;
  const std::size_t per_row = list ? 1 : std::min(named.size(), fitting);
  const float height = list ? std::max(scaled(49), face(Type::amount).line + 22)
                            : face(Type::label).line + face(Type::amount).line + 12;
  for (std::size_t row = 0; row < named.size(); row += per_row) {
    const Rect line_place = place_wide(height);
    const float cell_width = room / static_cast<float>(per_row);
    for (std::size_t k = row; k < std::min(row + per_row, named.size()); ++k) {
      const Piece& piece = pieces[named[k]];
      const float x = line_place.x + cell_width * static_cast<float>(k - row);
      const float left = per_row > 1 && k > row ? x + 22 : x;
      const Rect cell{left, line_place.y, x + cell_width - left - (per_row > 1 ? 8 : 0), height};
      Node node;
      node.id = id_of(piece.name) + static_cast<NodeId>(piece.number);
      node.role = Role::button;
      node.name = labelled(piece.name) + in_yuan(piece.amount);
      const Touch touch = control(std::move(node), cell, 8);
      if (touch.hovered) fill(cell.inset(-6, 0), colour(Token::tint), {.radius = 8});
      if (touch.activated) activated = static_cast<int>(named[k]);
      const TextBlock name(piece.name, Type::label, Token::ink2, std::max(1.f, cell.w - disc_room),
                           {.one_line = true});
      const TextBlock amount(piece.amount, Type::amount, Token::ink, cell.w, {.one_line = true});
      const float name_y = list ? cell.centre_y() - name.height() / 2 : cell.y + 4;
      draw_disc(piece.number, {cell.x + scaled(disc_side) / 2, name_y + name.height() / 2}, scaled(disc_side),
                colour(token_of(piece.fill)), colour(Token::paper));
      name.paint(cell.x + disc_room, name_y, name.width());
      if (list) {
        amount.paint(cell.right() - amount.width(), cell.centre_y() - amount.height() / 2, amount.width());
        if (k + 1 < named.size()) fill({cell.x, cell.bottom() - 1, cell.w, 1}, colour(Token::line));
      } else {
        amount.paint(cell.x, name_y + name.height() + 2, amount.width());
        if (k > row) fill({x, cell.y + 4, 1, cell.h - 8}, colour(Token::line));
      }
    }
  }
  return activated;
}

}  // namespace

int strip(std::span<const Piece> pieces, const StripOptions& o) {
  const bool bracketed = !o.brackets.empty() && brackets_fit(o.brackets, flow().remaining_width());
  const float words_height = face(Type::label).line;
  const float head = bracketed ? words_height + words_distance + bracket_height + bracket_distance : 0;
  const bool discs = std::ranges::any_of(pieces, [](const Piece& p) { return p.number > 0; });
  const float height = theme().large && o.height >= 56 ? 76 : scaled(o.height);
  const float foot = discs ? scaled(disc_side) / 2 : 0;
  const Rect where = place_wide(head + height + foot);
  const Rect bar{where.x, where.y + head, where.w, height};
  const auto places = piece_places(pieces, bar);
  if (bracketed) paint_brackets(o.brackets, places, where.y, words_height);
  paint_pieces(pieces, bar, std::min(14.f, height / 2));
  if (discs) paint_discs(pieces, places, bar);
  Node node;
  node.id = id_of(o.name, o.key.empty() ? "strip" : o.key);
  node.role = Role::image;
  node.name = o.name;
  context().recorder.add(std::move(node), where);
  if (!o.cells) return -1;
  gap(discs ? 12 : 16);
  if (!phone()) {
    divider(8, 12);
  }
  return cells(pieces);
}

void bar(std::span<const Piece> pieces, float height, std::string_view name, float corner) {
  const Rect where = place_wide(scaled(height));
  paint_pieces(pieces, where, corner >= 0 ? corner : std::min(6.f, where.h / 2));
  if (name.empty()) return;
  Node node;
  node.id = next_id();
  node.role = Role::image;
  node.name = name;
  context().recorder.add(std::move(node), where);
}

void meter(double fraction, Token token, float height, std::string_view name) {
  const Rect where = place_wide(scaled(height));
  const float share = static_cast<float>(std::clamp(fraction, 0.0, 1.0));
  const Corners round{.radius = where.h / 2};
  fill(where, colour(Token::line), round);
  if (share > 0) fill({where.x, where.y, std::max(where.h, where.w * share), where.h}, colour(token), round);
  if (name.empty()) return;
  Node node;
  node.id = next_id();
  node.role = Role::image;
  node.name = name;
  context().recorder.add(std::move(node), where);
}

}  // namespace mingbai::ui
