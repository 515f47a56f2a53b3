// A turning arc, for whatever waits.
#pragma once

#include "web/ui/colour.h"
#include "web/ui/geometry.h"

namespace mingbai::ui {

void turning_arc(Point centre, float diameter, Colour colour);

}  // namespace mingbai::ui
