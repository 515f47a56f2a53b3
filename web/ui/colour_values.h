// The colour of every token, for both modes, on the dark block, and for whoever asks the system for more contrast.
//
// Pure: tests/web/ui/contrast_test.cpp measures every pair of it. Screens and widgets ask `colour(Token)`.
#pragma once

#include "web/ui/colour.h"
#include "web/ui/theme.h"

namespace mingbai::ui {

struct Look {
  Mode mode = Mode::light;
  bool on_deep = false, more_contrast = false;
};

Colour value_of(Token token, const Look& look);

}  // namespace mingbai::ui
