#include "web/ui/chart.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "web/ui/bar_places.h"
#include "web/ui/chart_parts.h"
#include "web/ui/context.h"
#include "web/ui/paint.h"
#include "web/ui/text.h"
#include "web/ui/text_block.h"

namespace mingbai::ui {
namespace {

using chart_parts::paint_bar, chart_parts::paint_right, chart_parts::record_row,
    chart_parts::RowKind, chart_parts::width_of;

constexpr float pair_height = 16;

// The name at the left, the difference at the right; below, which bar is which.
void draw_pair_head(const PairTitles& titles) {
  const float line = face(Type::label).line, mark = scaled(pair_height);
  const Rect where = place_wide(2 * line + 12);
  TextBlock(titles.name, Type::label, Token::ink2, where.w / 2, {.one_line = true}).paint(where.x, where.y, where.w / 2);
  chart_parts::paint_right(titles.difference, Type::label, Token::ink2, where.right(), where.y + line / 2);
  float x = where.x;
  for (const auto& [words, kind] : {std::pair{titles.a, Fill::outline}, std::pair{titles.b, Fill::fund}}) {
    const float centre = where.y + line * 1.5f;
    paint_bar({x, centre - mark / 2, 2 * mark, mark}, kind);
    const TextBlock block(words, Type::label, Token::ink2, where.w / 2 - 2 * mark - 24, {.one_line = true});
    block.paint(x + 2 * mark + 8, centre - block.height() / 2, block.width());
    x += 2 * mark + 8 + block.width() + 20;
  }
  record_row({titles.name, titles.difference, titles.a, titles.b}, where, RowKind::head);
}

}  // namespace

void pair_chart(std::string_view name, const PairTitles& titles, std::span<const PairRow> rows,
                std::string_view total_name, std::string_view total, Token total_token) {
  Region region(Role::table, name);
  const float height = scaled(pair_height), head = face(Type::label).line;
  std::int64_t largest = 0;
  float widest = 0;
  for (const PairRow& row : rows) {
    largest = std::max({largest, row.a, row.b});
    for (const std::string_view words : {row.amount_a, row.amount_b})
      widest = std::max(widest, width_of(words, Type::label));
  }
  const auto difference = [](const Rect& where, float centre, Icon icon, std::string_view words, Token token,
                             Type type) {
    const TextBlock block(words, type, token, 4000, {.one_line = true});
    block.paint(where.right() - block.width(), centre - block.height() / 2, block.width());
    const float size = scaled(14);
    draw_icon(icon, where.right() - block.width() - size - 4, centre - size / 2, size, colour(token));
  };
  draw_pair_head(titles);
  for (const PairRow& row : rows) {
    const Rect where = place_wide(head + 2 * height + 4 + 16);
    const float bars = std::max(40.f, where.w - widest - 16);
    TextBlock(row.name, Type::label_strong, Token::ink, where.w * 0.6f, {.one_line = true})
        .paint(where.x, where.y, where.w * 0.6f);
    difference(where, where.y + head / 2, row.icon, row.difference, row.token, Type::label_strong);
    const Rect a{where.x, where.y + head + 2, bar_length(row.a, largest, bars), height},
        b{where.x, a.bottom() + 8, bar_length(row.b, largest, bars), height};
    paint_bar(a, Fill::outline);
    paint_bar(b, Fill::fund);
    paint_right(row.amount_a, Type::label, Token::ink2, where.right(), a.centre_y());
    paint_right(row.amount_b, Type::label, Token::ink2, where.right(), b.centre_y());
    record_row({row.name, row.difference, row.amount_a, row.amount_b}, where);
  }
  if (total_name.empty()) return;
  const Rect where = place_wide(scaled(52));
  fill({where.x, where.y, where.w, 1.5f}, colour(Token::ink));
  TextBlock(total_name, Type::strong, Token::ink, where.w / 2, {.one_line = true})
      .paint(where.x, where.centre_y() - face(Type::strong).line / 2, where.w / 2);
  difference(where, where.centre_y(), Icon::none, total, total_token, Type::strong);
  record_row({total_name, total}, where);
}

void column_chart(std::string_view name, std::string_view label_title, std::string_view value_title,
                  std::span<const ColumnPoint> points, Token token, float height) {
  if (points.empty()) return;
  Region region(Role::table, name);
  const float label = face(Type::small).line, tall = scaled(height);
  const Rect where = place_wide(label + tall + 4 + label);
  record_row({label_title, value_title}, {where.x, where.y, where.w, 1}, RowKind::head);
  std::vector<std::int64_t> values;
  for (const ColumnPoint& point : points) values.push_back(point.value);
  const Rect room{where.x, where.y + label, where.w, tall};
  const ColumnPlaces places = column_places(values, room);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Rect &column = places.columns[i], &slot = places.slots[i];
    fill(column, colour(token), {.radius = std::min(6.f, column.w / 3), .bottom = false});
    const auto words_at = [&](std::string_view words, float y, Type type) {
      const TextBlock block(words, type, Token::ink2, 4000, {.one_line = true});
      const float x = std::clamp(slot.centre_x() - block.width() / 2, where.x,
                                 std::max(where.x, where.right() - block.width()));
      block.paint(x, y, block.width());
    };
    if (places.highest == i) words_at(points[i].words, column.y - label, Type::small_strong);
    const bool few = points.size() <= 8 && slot.w > 70;
    if (few || i == 0 || i == points.size() / 2 || i + 1 == points.size())
      words_at(points[i].label, room.bottom() + 4, Type::small);
    record_row({points[i].label, points[i].words}, {slot.x, where.y, slot.w, where.h});
  }
  fill({where.x, room.bottom(), where.w, 1}, colour(Token::line));
}

}  // namespace mingbai::ui
