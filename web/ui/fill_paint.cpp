#include "web/ui/fill_paint.h"

#include <algorithm>
#include <vector>

#include "web/ui/context.h"
#include "web/ui/piece_widths.h"

namespace mingbai::ui {
namespace {

struct Ink {
  Token solid, hatch = Token::count;
};

Ink ink_of(Fill kind) {
  switch (kind) {
    case Fill::own:
      return {Token::own};
    case Fill::own_hatched:
      return {Token::own, Token::hatch};
    case Fill::fund:
      return {Token::fund};
    case Fill::rest:
      return {Token::pine_tint};
    case Fill::fault_hatched:
      return {Token::paper, Token::rouge};
    case Fill::good:
      return {Token::pine};
    case Fill::assumed_hatched:
      return {Token::gamboge_tint, Token::gamboge_line};
    case Fill::neutral:
      return {Token::line};
    case Fill::outline:
      return {Token::paper};
  }
  return {Token::own};
}

}  // namespace

void paint_piece(const Rect& where, Fill kind, Corners corners) {
  const Ink ink = ink_of(kind);
  fill(where, colour(ink.solid), corners);
  if (kind == Fill::outline) stroke(where, colour(Token::ink), 2, corners);
  if (ink.hatch == Token::count) return;
  const bool dark_block = on_deep() && kind == Fill::own_hatched;
  hatch(where, dark_block ? colour(Token::deep) : colour(ink.hatch), corners);
}

std::vector<Rect> piece_places(std::span<const Piece> pieces, const Rect& where, float part, float least) {
  std::vector<std::int64_t> weights;
  for (const Piece& piece : pieces) weights.push_back(piece.weight);
  const auto widths = piece_widths(weights, where.w, part, least);
  std::vector<Rect> places;
  float x = where.x;
  for (const float width : widths) {
    places.push_back({x, where.y, width, where.h});
    if (width > 0) x += width + part;
  }
  return places;
}

void paint_pieces(std::span<const Piece> pieces, const Rect& where, float corner) {
  const auto places = piece_places(pieces, where);
  const auto shown = [](const Rect& r) { return r.w > 0; };
  const auto first = std::ranges::find_if(places, shown);
  const auto last = std::find_if(places.rbegin(), places.rend(), shown);
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (places[i].w <= 0) continue;
    paint_piece(places[i], pieces[i].fill,
                {.radius = corner, .left = &places[i] == &*first, .right = &places[i] == &*last});
  }
}

}  // namespace mingbai::ui
