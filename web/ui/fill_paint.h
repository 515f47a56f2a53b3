// Painting the pieces of bars.
#pragma once

#include <span>
#include <vector>

#include "web/ui/geometry.h"
#include "web/ui/paint.h"
#include "web/ui/strip.h"

namespace mingbai::ui {

void paint_piece(const Rect& where, Fill fill_kind, Corners corners);

// Where the pieces stand: parted by `part` px, none narrower than `least`.
std::vector<Rect> piece_places(std::span<const Piece> pieces, const Rect& where, float part = 2,
                               float least = 4);

void paint_pieces(std::span<const Piece> pieces, const Rect& where, float corner);

}  // namespace mingbai::ui
