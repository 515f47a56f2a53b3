// Lists and tables.
//
//   Region list(Role::list, "名单");
//   if (list_row({.title = "禄丰市人民医院", .after = Icon::chevron_right})) …
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "web/ui/chip.h"
#include "web/ui/text.h"

namespace mingbai::ui {

struct ListRow {
  std::string_view title, detail = {}, right = {};
  Icon before = Icon::none;
  Token before_token = Token::pine;
  Icon after = Icon::none;  // chevron_right when it opens something
  Token after_token = Token::ink2;
  bool strong = false;
  bool chosen = false;  // pine-tint and a bar at the left
  bool line = true;     // hairline below
  std::string_view target = {};
  bool pressable = true;
  std::string_view key = {};
};
bool list_row(const ListRow& row);

struct ColumnSpec {
  std::string_view title;
  float weight = 1;     // share of the width; below 0: px
  bool number = false;  // right-aligned
};
struct Cell {
  std::string_view words;
  bool strong = false;
  Token token = Token::ink;
};
// Header over a 1.5 px line, hairlines, total row bold. On phones each row becomes a block of pairs.
// Returns the index of the activated row, or -1.
struct TableOptions {
  std::string_view name;
  bool total_row = false;  // the last row is the total
  bool pressable = false;
  std::string_view key = {};
};
int table(std::span<const ColumnSpec> columns, std::span<const std::vector<Cell>> rows,
          const TableOptions& options);

}  // namespace mingbai::ui
