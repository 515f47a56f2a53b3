// What the charts share: words at a right edge, a bar, a row of the table a screen reader hears.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "web/ui/fill_paint.h"
#include "web/ui/geometry.h"
#include "web/ui/theme.h"
#include "web/ui/type.h"

namespace mingbai::ui::chart_parts {

float width_of(std::string_view words, Type type);

void paint_right(std::string_view words, Type type, Token token, float right, float centre);
// Square at the axis, round at the end.
void paint_bar(const Rect& where, Fill kind);

// Cells without words are left out; the first names its row.
enum class RowKind : std::uint8_t { head, body };
void record_row(std::initializer_list<std::string_view> cells, const Rect& where, RowKind kind = RowKind::body);

}  // namespace mingbai::ui::chart_parts
