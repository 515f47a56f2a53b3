#include "web/ui/chart.h"

#include <algorithm>
#include <string>
#include <utility>

#include "web/ui/chart_parts.h"
#include "web/ui/context.h"
#include "web/ui/paint.h"
#include "web/ui/text.h"
#include "web/ui/text_block.h"

namespace mingbai::ui {
namespace {

using chart_parts::bar_length, chart_parts::paint_bar, chart_parts::paint_right, chart_parts::record_row,
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
  const auto highest = std::ranges::max_element(points, {}, &ColumnPoint::value);
  const std::size_t top = static_cast<std::size_t>(highest - points.begin());
  const std::int64_t largest = std::max<std::int64_t>(1, highest->value);
  const float step = where.w / static_cast<float>(points.size()),
              width = std::min(32.f, std::max(2.f, step * 0.7f)), base = where.y + label + tall;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const float x = where.x + step * (static_cast<float>(i) + 0.5f),
                h = bar_length(points[i].value, largest, tall);
    fill({x - width / 2, base - h, width, h}, colour(token),
         {.radius = std::min(6.f, width / 3), .bottom = false});
    const auto words_at = [&](std::string_view words, float y, Type type) {
      const TextBlock block(words, type, Token::ink2, 4000, {.one_line = true});
      block.paint(
          std::clamp(x - block.width() / 2, where.x, std::max(where.x, where.right() - block.width())), y,
          block.width());
    };
    if (i == top) words_at(points[i].words, base - h - label, Type::small_strong);
    const bool few = points.size() <= 8 && step > 70;
    if (few || i == 0 || i == points.size() / 2 || i + 1 == points.size())
      words_at(points[i].label, base + 4, Type::small);
    record_row({points[i].label, points[i].words}, {x - step / 2, where.y, step, where.h});
  }
  fill({where.x, base, where.w, 1}, colour(Token::line));
}

}  // namespace mingbai::ui
