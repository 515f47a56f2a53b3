// Charts one can read off: horizontal bars from one axis, each with its number at the right; no gridlines.
// Every chart is a table for screen readers. Rows share one scale; what is not zero is at least 2 px long.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "web/ui/strip.h"

namespace mingbai::ui {

struct BarRow {
  std::string_view name;
  Icon icon = Icon::none;  // triangle_down pays less, triangle_up pays more
  Token token = Token::ink;
  std::int64_t length = 0;  // what the bar shows
  Fill fill = Fill::fund;
  std::string_view second, amount;  // columns at the right
};
struct BarChart {
  std::string_view name, name_title, second_title, amount_title;
  std::span<const BarRow> rows;
  BarRow total = {};  // drawn when it has a name
};
void bar_chart(const BarChart& chart);

// Two bars a row: A outlined, B filled. The titles stand over what they name.
struct PairTitles {
  std::string_view name, difference, a, b;
};
struct PairRow {
  std::string_view name, difference, amount_a, amount_b;
  Icon icon = Icon::none;
  Token token = Token::ink;
  std::int64_t a = 0, b = 0;
};
void pair_chart(std::string_view name, const PairTitles& titles, std::span<const PairRow> rows,
                std::string_view total_name = {}, std::string_view total = {}, Token total_token = Token::ink);

// A column picture over time, one value a point; `label` stands below, first, middle, last; the highest has its `words` above
// it. The titles of the two columns are for those who hear it as a table.
struct ColumnPoint {
  std::string_view label;
  std::int64_t value = 0;
  std::string_view words;  // value as text
};
void column_chart(std::string_view name, std::string_view label_title, std::string_view value_title,
                  std::span<const ColumnPoint> points, Token token = Token::fund, float height = 160);

}  // namespace mingbai::ui
