// The drawings of the icons, as paths in a 24 box.
//
//   M x y  L x y  H x  V y  C x1 y1 x2 y2 x y  Z   as in SVG, absolute
//   O x y r                 circle          o x y r   filled dot
//   R x y w h r             rounded box     T x y x y x y   filled triangle
#pragma once

#include "web/ui/icons.h"

namespace mingbai::ui {

const char* icon_path(Icon icon);

}  // namespace mingbai::ui
