// Rows that share one scale, the tally of conditions, the validity of a filing.
#include <algorithm>
#include <numeric>

#include "web/ui/context.h"
#include "web/ui/fill_paint.h"
#include "web/ui/paint.h"
#include "web/ui/strip.h"
#include "web/ui/text.h"
#include "web/ui/text_block.h"
#include "web/ui/words.h"

namespace mingbai::ui {
namespace {

constexpr int countable_most = 60;
constexpr float name_width = 150, amount_width = 116, bar_height = 40;

void record_image(std::string name, const Rect& where) {
  Node node;
  node.id = next_id();
  node.role = Role::image;
  node.name = std::move(name);
  context().recorder.add(std::move(node), where);
}

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const std::string_view part : parts)
    if (!part.empty()) out.append(out.empty() ? "" : " ").append(part);
  return out;
}

// The length that the shorter bar lacks, with its words inside it, or in a line of their own below.
void paint_missing(const TextBlock& label, float from, const Rect& track, bool below) {
  if (track.right() - from < 8) return;
  bracket(from, track.right(), track.y, colour(Token::ochre), false);
  const float y = below ? track.bottom() + 2 : track.y + 10;
  const float x =
      below ? track.right() - label.width() : std::max(from + 2, (from + track.right() - label.width()) / 2);
  label.paint(x, y, label.width());
}

}  // namespace

void comparison(const Comparison& row) {
  const std::int64_t total = std::accumulate(row.pieces.begin(), row.pieces.end(), std::int64_t{0},
                                             [](std::int64_t sum, const Piece& p) { return sum + p.weight; });
  const float share =
      row.scale > 0 ? static_cast<float>(static_cast<double>(total) / static_cast<double>(row.scale)) : 1.f;
  const float room = flow().remaining_width(), height = scaled(bar_height);
  const bool above = phone();
  const TextBlock amount(row.amount, Type::amount, Token::ink, 4000, {.one_line = true});
  const float name_room = above ? room - amount.width() - 12 : scaled(name_width) - 12;
  const TextBlock name(row.name, Type::strong, Token::ink, name_room, {.one_line = true});
  const TextBlock detail(row.detail, Type::label, Token::ink3, name_room);
  const TextBlock missing(row.bracket, Type::label_strong, Token::ochre, 4000, {.one_line = true});
  const float words = name.height() + (row.detail.empty() ? 0 : detail.height() - 2);
  const bool lacks = !row.bracket.empty() && share < 1;
  const bool below = lacks && above && missing.width() > room * (1 - share) - 6;
  Rect track, where;
  if (above) {
    where = place_wide(words + 6 + height + (below ? missing.height() + 4 : 0));
    name.paint(where.x, where.y, name.width());
    detail.paint(where.x, where.y + name.height() - 2, detail.width());
    amount.paint(where.right() - amount.width(), where.y + (words - amount.height()) / 2, amount.width());
    track = {where.x, where.y + words + 6, where.w, height};
  } else {
    where = place_wide(std::max(words, height));
    name.paint(where.x, where.centre_y() - words / 2, name.width());
    detail.paint(where.x, where.centre_y() - words / 2 + name.height() - 2, detail.width());
    amount.paint(where.right() - amount.width(), where.centre_y() - amount.height() / 2, amount.width());
    track = {where.x + scaled(name_width), where.centre_y() - height / 2,
             where.w - scaled(name_width) - scaled(amount_width) - 32, height};
  }
  const Rect full = track.slice(0, std::min(1.f, share));
  paint_pieces(row.pieces, full, 10);
  if (lacks) paint_missing(missing, full.right() + 4, track, below);
  record_image(joined({row.name, row.detail, in_yuan(row.amount), row.bracket}), where);
}

void tally(std::string_view words, int met, int not_met, int unknown, std::string_view met_words,
           std::string_view not_met_words, std::string_view unknown_words) {
  {
    Row row({.gap = 24, .align = Align::between, .wrap = true, .line_gap = 4});
    text(words, Type::strong);
    Row counts({.gap = 24});
    const auto count = [](std::string_view said, Icon mark, Token token) {
      if (said.empty()) return;
      Row one({.gap = 8, .wrap = false});
      icon(mark, 20, token);
      text(said, Type::strong, token);
    };
    if (met > 0) count(met_words, Icon::check, Token::pine);
    if (not_met > 0) count(not_met_words, Icon::cross, Token::rouge);
    if (unknown > 0) count(unknown_words, Icon::info, Token::gamboge);
  }
  gap(8);
  std::vector<Piece> pieces;
  // Pieces too many to tell apart become one a kind.
  const bool countable = met + not_met + unknown <= countable_most;
  const auto add = [&](int count, Fill kind) {
    if (!countable && count > 0) pieces.push_back({count, kind});
    for (int i = 0; countable && i < count; ++i) pieces.push_back({1, kind});
  };
  add(met, Fill::good);
  add(not_met, Fill::fault_hatched);
  add(unknown, Fill::assumed_hatched);
  bar(pieces, 16, {}, 8);
}

void validity_bar(const Validity& v) {
  const float height = scaled(12), mark_height = scaled(20), label = face(Type::label).line;
  const bool word = !v.today.empty();
  const Rect where = place_wide(mark_height + 2 + label);
  const Rect track{where.x, where.y + (mark_height - height) / 2, where.w, height};
  const float past = static_cast<float>(std::clamp(v.past, 0.0, 1.0)), today = track.x + track.w * past;
  if (v.pieces.empty()) {
    fill(track, colour(Token::pine_tint), {.radius = 6});
    fill({track.x, track.y, track.w * past, height}, colour(Token::pine), {.radius = 6, .right = past >= 1});
  } else {
    paint_pieces(v.pieces, track, 6);
  }
  fill({today - 2, where.y, 4, mark_height}, colour(Token::ink), {.radius = 1});
  const float y = where.bottom() - label;
  const TextBlock from(v.from, Type::label, Token::ink2, where.w, {.one_line = true}),
      until(v.until, Type::label, Token::ink2, where.w, {.one_line = true});
  from.paint(where.x, y, from.width());
  until.paint(where.right() - until.width(), y, until.width());
  if (word) {
    const TextBlock now(v.today, Type::label_strong, Token::ink, where.w, {.one_line = true});
    const float x = std::clamp(today - now.width() / 2, where.x, where.right() - now.width());
    if (x > where.x + from.width() + 8 && x + now.width() < where.right() - until.width() - 8)
      now.paint(x, y, now.width());
  }
  record_image(joined({v.name, v.from, v.today, v.until}), where);
}

}  // namespace mingbai::ui
