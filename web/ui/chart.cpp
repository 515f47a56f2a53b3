#include "web/ui/chart.h"

#include <algorithm>
#include <string>

#include "web/ui/context.h"
#include "web/ui/fill_paint.h"
#include "web/ui/paint.h"
#include "web/ui/text.h"
#include "web/ui/text_block.h"

namespace mingbai::ui {
namespace {

constexpr float name_share = 0.31f, least_bar = 2, bar_height = 24, pair_height = 16;

float bar_length(std::int64_t value, std::int64_t largest, float room) {
  if (value <= 0 || largest <= 0) return 0;
  return std::max(least_bar,
                  static_cast<float>(static_cast<double>(value) / static_cast<double>(largest)) * room);
}

void record_row(std::initializer_list<std::string_view> cells, const Rect& where) {
  if (std::ranges::all_of(cells, &std::string_view::empty)) return;
  Context& c = context();
  Node row;
  row.id = next_id();
  row.role = Role::row;
  c.recorder.open(std::move(row), where);
  for (const std::string_view words : cells) {
    if (words.empty()) continue;
    Node cell;
    cell.id = next_id();
    cell.role = Role::cell;
    cell.name = words;
    c.recorder.add(std::move(cell), where);
  }
  c.recorder.close(where.h);
}

// Square at the axis, round at the end.
void paint_bar(const Rect& where, Fill kind) { paint_piece(where, kind, {.radius = 6, .left = false}); }

struct Frame {
  float name, bars, second, amount;  // widths
};

Frame frame_of(const BarChart& chart, float room) {
  Frame f{room * name_share, 0, 0, 0};
  const auto widest = [](float& most, std::string_view words, Type type) {
    if (!words.empty())
      most = std::max(most, TextBlock(words, type, Token::ink, 4000, {.one_line = true}).width() + 12);
  };
  widest(f.second, chart.second_title, Type::label);
  widest(f.amount, chart.amount_title, Type::label);
  for (const BarRow& row : chart.rows)
    widest(f.second, row.second, Type::body), widest(f.amount, row.amount, Type::strong);
  widest(f.second, chart.total.second, Type::strong);
  widest(f.amount, chart.total.amount, Type::strong);
  f.bars = std::max(40.f, room - f.name - f.second - f.amount);
  return f;
}

void paint_right(std::string_view words, Type type, Token token, float right, float centre) {
  const TextBlock block(words, type, token, 4000, {.one_line = true});
  block.paint(right - block.width(), centre - block.height() / 2, block.width());
}

void paint_name(const BarRow& row, const Rect& where, float width, Type type) {
  const float size = scaled(14), lead = row.icon == Icon::none ? 0 : size + 6;
  if (row.icon != Icon::none)
    draw_icon(row.icon, where.x, where.centre_y() - size / 2, size, colour(row.token));
  const TextBlock name(row.name, type, Token::ink, std::max(20.f, width - lead - 6), {.one_line = true});
  name.paint(where.x + lead, where.centre_y() - name.height() / 2, name.width());
}

}  // namespace

void bar_chart(const BarChart& chart) {
  Region region(Role::table, chart.name);
  const float room = flow().remaining_width(), row_height = scaled(46), height = scaled(bar_height);
  const Frame f = frame_of(chart, room);
  std::int64_t largest = 0;
  for (const BarRow& row : chart.rows) largest = std::max(largest, row.length);
  const Rect head = place_wide(face(Type::label).line + 12);
  TextBlock(chart.name_title, Type::label, Token::ink2, f.name + f.bars)
      .paint(head.x, head.y, f.name + f.bars);
  const float head_centre = head.y + face(Type::label).line / 2;
  paint_right(chart.second_title, Type::label, Token::ink2, head.right() - f.amount, head_centre);
  paint_right(chart.amount_title, Type::label, Token::ink2, head.right(), head_centre);
  record_row({chart.name_title, chart.second_title, chart.amount_title}, head);
  const float axis = head.x + f.name;
  for (const BarRow& row : chart.rows) {
    const Rect where = place_wide(row_height);
    paint_name(row, where, f.name, Type::label);
    fill({axis, where.y, 1, where.h}, colour(Token::line));
    paint_bar({axis, where.centre_y() - height / 2, bar_length(row.length, largest, f.bars), height},
              row.fill);
    paint_right(row.second, Type::body, Token::ink, where.right() - f.amount, where.centre_y());
    paint_right(row.amount, Type::strong, Token::ink, where.right(), where.centre_y());
    record_row({row.name, row.second, row.amount}, where);
  }
  if (chart.total.name.empty()) return;
  const Rect where = place_wide(row_height + 6);
  fill({where.x, where.y, where.w, 1.5f}, colour(Token::ink));
  paint_name(chart.total, where, f.name + f.bars, Type::strong);
  paint_right(chart.total.second, Type::strong, Token::ink, where.right() - f.amount, where.centre_y());
  paint_right(chart.total.amount, Type::strong, chart.total.token, where.right(), where.centre_y());
  record_row({chart.total.name, chart.total.second, chart.total.amount}, where);
}

void pair_chart(std::string_view name, std::span<const PairRow> rows, std::string_view total_name,
                std::string_view total, Token total_token) {
  Region region(Role::table, name);
  const float height = scaled(pair_height), head = face(Type::label).line;
  std::int64_t largest = 0;
  float widest = 0;
  for (const PairRow& row : rows) {
    largest = std::max({largest, row.a, row.b});
    for (const std::string_view words : {row.amount_a, row.amount_b})
      widest = std::max(widest, TextBlock(words, Type::label, Token::ink2, 4000, {.one_line = true}).width());
  }
  const auto difference = [](const Rect& where, float centre, Icon icon, std::string_view words, Token token,
                             Type type) {
    const TextBlock block(words, type, token, 4000, {.one_line = true});
    block.paint(where.right() - block.width(), centre - block.height() / 2, block.width());
    const float size = scaled(14);
    draw_icon(icon, where.right() - block.width() - size - 4, centre - size / 2, size, colour(token));
  };
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

void column_chart(std::string_view name, std::span<const ColumnPoint> points, Token token, float height) {
  if (points.empty()) return;
  Region region(Role::table, name);
  const float label = face(Type::small).line, tall = scaled(height);
  const Rect where = place_wide(label + tall + 4 + label);
  std::int64_t largest = 1;
  std::size_t top = 0;
  for (std::size_t i = 0; i < points.size(); ++i)
    if (points[i].value > largest) largest = points[i].value, top = i;
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
