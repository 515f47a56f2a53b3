#include "web/ui/chart_parts.h"

#include <algorithm>

#include "web/ui/context.h"
#include "web/ui/text_block.h"

namespace mingbai::ui::chart_parts {

float width_of(std::string_view words, Type type) {
  return words.empty() ? 0 : TextBlock(words, type, Token::ink, 4000, {.one_line = true}).width();
}

void paint_right(std::string_view words, Type type, Token token, float right, float centre) {
  const TextBlock block(words, type, token, 4000, {.one_line = true});
  block.paint(right - block.width(), centre - block.height() / 2, block.width());
}

void paint_bar(const Rect& where, Fill kind) { paint_piece(where, kind, {.radius = 6, .left = false}); }

void record_row(std::initializer_list<std::string_view> cells, const Rect& where, RowKind kind) {
  if (std::ranges::all_of(cells, &std::string_view::empty)) return;
  Context& c = context();
  Node row;
  row.id = next_id();
  row.role = Role::row;
  c.recorder.open(std::move(row), where);
  Role role = kind == RowKind::head ? Role::column_header : Role::row_header;
  for (const std::string_view words : cells) {
    if (words.empty()) continue;
    Node cell;
    cell.id = next_id();
    cell.role = role;
    cell.name = words;
    c.recorder.add(std::move(cell), where);
    if (kind == RowKind::body) role = Role::cell;
  }
  c.recorder.close(where.h);
}

}  // namespace mingbai::ui::chart_parts
