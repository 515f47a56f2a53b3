#include "web/ui/theme.h"

#include <array>
#include <cmath>

#include "web/ui/context.h"
#include "web/ui/type.h"

namespace mingbai::ui {
namespace {

struct Sizes {
  Face desktop, phone, large;
};

constexpr std::array<Sizes, static_cast<std::size_t>(Type::count)> faces = {{
    {{60, 72, true}, {48, 60, true}, {60, 78, true}},     // answer
    {{50, 70, true}, {36, 52, true}, {48, 68, true}},     // home
    {{36, 50, true}, {28, 40, true}, {40, 56, true}},     // title
    {{30, 42, true}, {30, 42, true}, {52, 70, true}},     // figure
    {{26, 36, true}, {26, 36, true}, {36, 50, true}},     // subfigure
    {{22, 32, true}, {22, 32, true}, {32, 46, true}},     // section
    {{20, 27, true}, {20, 27, true}, {32, 44, true}},     // amount
    {{18, 27, false}, {18, 27, false}, {27, 40, false}},  // body
    {{18, 27, true}, {18, 27, true}, {27, 40, true}},     // strong
    {{16, 24, false}, {16, 24, false}, {24, 34, false}},  // label
    {{16, 24, true}, {16, 24, true}, {24, 34, true}},     // label_strong
    {{15, 22, false}, {15, 22, false}, {23, 34, false}},  // small
    {{15, 22, true}, {15, 22, true}, {23, 34, true}},     // small_strong
    {{22, 38, false}, {20, 34, false}, {30, 50, false}},  // quote
}};

constexpr float narrowest_large_answer_view = 380;

}  // namespace

const Theme& theme() { return context().theme; }
void set_theme(const Theme& theme) {
  context().next_theme = theme;
  frame_within(0);
}

float text_scale() { return context().theme.large ? large_scale : 1.f; }
float view_width() { return context().view_width; }
float view_height() { return context().view_height; }

Breadth breadth() {
  const float measure = view_width() / text_scale();
  return measure < 640 ? Breadth::phone : measure < 960 ? Breadth::tablet : Breadth::desktop;
}

float scaled(float px) { return std::round(px * text_scale()); }

Face face(Type type) {
  const Sizes& sizes = faces[static_cast<std::size_t>(type)];
  if (theme().large) {
    if (type == Type::answer && view_width() < narrowest_large_answer_view) return {50, 66, true};
    return sizes.large;
  }
  return phone() ? sizes.phone : sizes.desktop;
}

}  // namespace mingbai::ui
