// How everything looks right now: mode, text scale, language, and the breadth of the view.
//
// Set by the platform (system preferences) or by the person (buttons of the navigation); read by widgets.
// Breadth is measured in view width divided by the text scale, so the large mode at 1280 lays out like 853.
#pragma once

#include <cstdint>

#include "core/base/text.h"

namespace mingbai::ui {

enum class Mode : std::uint8_t { light, dark };
using mingbai::Language;
enum class Breadth : std::uint8_t { phone, tablet, desktop };  // < 640, 640 to 959, from 960

inline constexpr float large_scale = 1.5f;

struct Theme {
  Mode mode = Mode::light;
  bool large = false;  // 长辈 mode
  Language language = Language::zh;
  bool reduced_motion = false;
};

const Theme& theme();
void set_theme(const Theme& theme);  // takes effect with the next frame

float text_scale();   // 1 or 1.5
float view_width();   // CSS px
float view_height();  // CSS px
Breadth breadth();
inline bool phone() { return breadth() == Breadth::phone; }
inline bool desktop() { return breadth() == Breadth::desktop; }

// A control's length at the current text scale: scaled(52) is 52, or 78 in the large mode.
float scaled(float px);

}  // namespace mingbai::ui
