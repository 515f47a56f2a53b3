// Colours by meaning, for both modes. A screen names a Token, never a number.
//
// Values come from the design's token sheet; every text pair in use has a contrast of at least 4.5:1.
// Two colours mean money everywhere: pine is what the fund pays, ochre what the person pays.
// `colour(Token)` answers for the current mode and for the surface being drawn on (ink on `deep` is light).
#pragma once

#include <cstdint>

namespace mingbai::ui {

enum class Token : std::uint8_t {
  mist,
  paper,
  tint,
  line,
  edge,
  ink,
  ink2,
  ink3,
  pine,
  pine_hover,
  pine_press,
  pine_tint,
  pine_mid,
  on_pine,
  fund,
  ochre,
  own,
  hatch,
  ochre_tint,
  gamboge,
  gamboge_tint,
  gamboge_line,
  rouge,
  rouge_tint,
  indigo,
  indigo_tint,
  deep,
  on_deep,
  on_deep2,
  deep_own,
  deep_fund,
  deep_own_text,
  deep_fund_text,
  deep_rest,
  scrim,
  shadow,
  plum,
  slate,
  chart_pine,
  chart_ochre,
  chart_indigo,
  chart_gamboge,
  count
};

// Red, green, blue and alpha in one word, red in the lowest byte (as Dear ImGui packs it).
using Colour = std::uint32_t;

Colour colour(Token token);
Colour faded(Colour value, float alpha);

}  // namespace mingbai::ui
