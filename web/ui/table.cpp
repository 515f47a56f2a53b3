// Tables: aligned columns, or on phones a block of pairs for every row.
#include <algorithm>
#include <string>

#include "web/ui/context.h"
#include "web/ui/interact.h"
#include "web/ui/list.h"
#include "web/ui/paint.h"
#include "web/ui/text_block.h"

namespace mingbai::ui {
namespace {

constexpr float pad_y = 14, pad_x = 12;

std::vector<Rect> column_places(std::span<const ColumnSpec> columns, float x, float room) {
  float fixed = 0, shares = 0;
  for (const ColumnSpec& column : columns) {
    if (column.weight < 0)
      fixed += scaled(-column.weight);
    else
      shares += column.weight;
  }
  std::vector<Rect> places;
  for (const ColumnSpec& column : columns) {
    const float width = column.weight < 0
                            ? scaled(-column.weight)
                            : std::max(20.f, (room - fixed) * column.weight / std::max(0.01f, shares));
    places.push_back({x, 0, width, 0});
    x += width;
  }
  return places;
}

Node table_node(Role role, NodeId id, std::string_view name = {}) {
  Node node;
  node.id = id;
  node.role = role;
  node.name = name;
  return node;
}

Type type_of(const Cell& cell, bool total) { return cell.strong || total ? Type::strong : Type::body; }

// One row over the whole width; `head` writes labels over a 1.5 px line.
bool paint_row(std::span<const ColumnSpec> columns, const std::vector<Cell>& cells, bool head, bool total,
               bool pressable, std::uint32_t number) {
  Context& c = context();
  const auto places = column_places(columns, flow().x(), flow().remaining_width());
  std::vector<TextBlock> blocks;
  float height = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Cell cell = i < cells.size() ? cells[i] : Cell{};
    const float inner = places[i].w - (i + 1 < columns.size() ? pad_x : 0);
    blocks.emplace_back(cell.words, head ? Type::label : type_of(cell, total),
                        head ? Token::ink2 : cell.token, std::max(8.f, inner),
                        TextOptions{.align = columns[i].number ? Align::end : Align::start});
    height = std::max(height, blocks.back().height());
  }
  const float vertical = head ? 8 : pad_y;
  const Rect where = place_wide(height + 2 * vertical);
  const NodeId id = id_of(std::to_string(number));
  c.recorder.open(table_node(Role::row, id), where);
  push_id(id);
  Touch touch;
  if (pressable) touch = interact(where, id);
  if (touch.hovered) fill(where.inset(-8, 0), colour(Token::tint), {.radius = 8});
  if (touch.focused) focus_ring(where, 8);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const float inner = places[i].w - (i + 1 < columns.size() ? pad_x : 0);
    blocks[i].paint(places[i].x, where.y + vertical, inner);
    const Role role = head ? Role::column_header : i == 0 ? Role::row_header : Role::cell;
    c.recorder.add(table_node(role, next_id(), i < cells.size() ? cells[i].words : std::string_view{}),
                   {places[i].x, where.y, inner, where.h});
  }
  pop_id();
  c.recorder.close(where.h);
  if (head)
    fill({where.x, where.bottom() - 1.5f, where.w, 1.5f}, colour(Token::ink3));
  else if (total)
    fill({where.x, where.y, where.w, 1.5f}, colour(Token::ink));
  else
    fill({where.x, where.bottom() - 1, where.w, 1}, colour(Token::line));
  return touch.activated;
}

// Pairs of label and value, for narrow views.
bool paint_block(std::span<const ColumnSpec> columns, const std::vector<Cell>& cells, bool total,
                 bool pressable, std::uint32_t number) {
  Context& c = context();
  const NodeId id = id_of(std::to_string(number));
  const float room = flow().remaining_width();
  if (total) strong_divider(8, 0);
  const float top = flow().next_y();
  c.recorder.open(table_node(Role::row, id), {flow().x(), top, room, 0});
  push_id(id);
  const Touch touch =
      pressable ? interact({flow().x(), top, room, std::max(44.f, remember(id).height)}, id) : Touch{};
  gap(10);
  for (std::size_t i = 0; i < std::min(columns.size(), cells.size()); ++i) {
    if (cells[i].words.empty()) continue;
    const TextBlock label(i == 0 ? std::string_view{} : columns[i].title, Type::label, Token::ink2,
                          room * 0.45f);
    const TextBlock value(cells[i].words, i == 0 ? Type::strong : type_of(cells[i], total), cells[i].token,
                          i == 0 ? room : room * 0.55f);
    const Rect where = place_wide(std::max(label.height() * (i != 0), value.height()) + 2);
    label.paint(where.x, where.y + 1, label.width());
    value.paint(i == 0 ? where.x : where.right() - value.width(), where.y, value.width());
    const std::string words = i == 0 ? std::string(cells[i].words)
                                     : std::string(columns[i].title) + " " + std::string(cells[i].words);
    c.recorder.add(table_node(i == 0 ? Role::row_header : Role::cell, next_id(), words), where);
  }
  gap(10);
  pop_id();
  const float height = flow().next_y() - top;
  c.recorder.close(height);
  remember(id).store(room, height);
  if (touch.focused) focus_ring({flow().x(), top, room, height}, 8);
  const Rect line = place_wide(1);
  fill(line, colour(Token::line));
  return touch.activated;
}

}  // namespace

int table(std::span<const ColumnSpec> columns, std::span<const std::vector<Cell>> rows,
          const TableOptions& o) {
  Region region(Role::table, o.name, o.key);
  int activated = -1;
  const bool blocks = phone();
  if (!blocks) {
    std::vector<Cell> titles;
    for (const ColumnSpec& column : columns) titles.push_back({column.title});
    paint_row(columns, titles, true, false, false, 0);
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool total = o.total_row && i + 1 == rows.size();
    const auto number = static_cast<std::uint32_t>(i + 1);
    const bool pressed = blocks ? paint_block(columns, rows[i], total, o.pressable, number)
                                : paint_row(columns, rows[i], false, total, o.pressable, number);
    if (pressed) activated = static_cast<int>(i);
  }
  return activated;
}

}  // namespace mingbai::ui
