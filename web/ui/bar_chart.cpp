// Horizontal bars: on a desk name, bar and numbers stand in one line; on a phone the name has a line of its own above
// its bar, so that it is never cut.
#include <algorithm>

#include "web/ui/chart.h"
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

constexpr float name_share = 0.31f, bar_height = 24, between = 12;

struct Frame {
  float name, bars, second, amount;  // widths
};

// On a phone the bar shares its line with `second`, the name with `amount`.
Frame frame_of(const BarChart& chart, float room) {
  Frame f{0, 0, 0, 0};
  const auto widest = [](float& most, std::string_view words, Type type) {
    if (!words.empty()) most = std::max(most, width_of(words, type) + between);
  };
  widest(f.second, chart.second_title, Type::label);
  widest(f.amount, chart.amount_title, Type::label);
  for (const BarRow& row : chart.rows)
    widest(f.second, row.second, Type::body), widest(f.amount, row.amount, Type::strong);
  widest(f.second, chart.total.second, Type::strong);
  widest(f.amount, chart.total.amount, Type::strong);
  f.name = phone() ? room - f.amount : room * name_share;
  f.bars = std::max(40.f, phone() ? room - f.second : room - f.name - f.second - f.amount);
  return f;
}

TextBlock name_of(const BarRow& row, float width, Type type) {
  const float lead = row.icon == Icon::none ? 0 : scaled(14) + 6;
  return {row.name, type, Token::ink, std::max(20.f, width - lead - 6)};
}

void paint_name(const BarRow& row, const TextBlock& name, float x, float centre) {
  const float size = scaled(14), lead = row.icon == Icon::none ? 0 : size + 6;
  if (row.icon != Icon::none) draw_icon(row.icon, x, centre - size / 2, size, colour(row.token));
  name.paint(x + lead, centre - name.height() / 2, name.width());
}

void draw_row(const BarRow& row, const Frame& f, std::int64_t largest) {
  const float height = scaled(bar_height);
  const TextBlock name = name_of(row, f.name, Type::label);
  const float above = phone() ? std::max(name.height(), face(Type::strong).line) + 2 : 0;
  const Rect where = place_wide(phone() ? above + height + 16 : std::max(scaled(46), name.height() + 8));
  const float axis = phone() ? where.x : where.x + f.name,
              words = phone() ? where.y + above / 2 : where.centre_y(),
              centre = phone() ? where.y + above + height / 2 + 2 : where.centre_y();
  paint_name(row, name, where.x, words);
  fill({axis, phone() ? centre - height / 2 : where.y, 1, phone() ? height : where.h}, colour(Token::line));
  paint_bar({axis, centre - height / 2, bar_length(row.length, largest, f.bars), height}, row.fill);
  paint_right(row.second, Type::body, Token::ink, where.right() - (phone() ? 0 : f.amount), centre);
  paint_right(row.amount, Type::strong, Token::ink, where.right(), words);
  record_row({row.name, row.second, row.amount}, where);
}

void draw_head(const BarChart& chart, const Frame& f) {
  const float line = face(Type::label).line;
  const bool two = phone() && !chart.second_title.empty();
  const Rect head = place_wide(line * (two ? 2 : 1) + 12);
  TextBlock(chart.name_title, Type::label, Token::ink2, phone() ? f.name : f.name + f.bars)
      .paint(head.x, head.y, phone() ? f.name : f.name + f.bars);
  const float centre = head.y + line / 2;
  paint_right(chart.second_title, Type::label, Token::ink2, head.right() - (phone() ? 0 : f.amount),
              two ? centre + line : centre);
  paint_right(chart.amount_title, Type::label, Token::ink2, head.right(), centre);
  record_row({chart.name_title, chart.second_title, chart.amount_title}, head, RowKind::head);
}

void draw_total(const BarRow& total, const Frame& f) {
  const bool two = phone() && !total.second.empty();
  const Rect where = place_wide(scaled(46) + 6 + (two ? face(Type::strong).line : 0));
  fill({where.x, where.y, where.w, 1.5f}, colour(Token::ink));
  const float centre = two ? where.y + scaled(26) : where.centre_y();
  const float width = phone() ? f.name : f.name + f.bars;
  paint_name(total, name_of(total, width, Type::strong), where.x, centre);
  paint_right(total.second, Type::strong, Token::ink, where.right() - (phone() ? 0 : f.amount),
              two ? centre + face(Type::strong).line : centre);
  paint_right(total.amount, Type::strong, total.token, where.right(), centre);
  record_row({total.name, total.second, total.amount}, where);
}

}  // namespace

void bar_chart(const BarChart& chart) {
  Region region(Role::table, chart.name);
  const Frame f = frame_of(chart, flow().remaining_width());
  std::int64_t largest = 0;
  for (const BarRow& row : chart.rows) largest = std::max(largest, row.length);
  draw_head(chart, f);
  for (const BarRow& row : chart.rows) draw_row(row, f, largest);
  if (!chart.total.name.empty()) draw_total(chart.total, f);
}

}  // namespace mingbai::ui
