#include "web/ui/colour.h"

#include "web/ui/colour_values.h"
#include "web/ui/context.h"

namespace mingbai::ui {

Colour colour(Token token) {
  return value_of(token, {context().theme.mode, on_deep(), context().more_contrast});
}

Colour faded(Colour value, float alpha) {
  const float full = static_cast<float>(value >> 24);
  return (value & 0x00FFFFFFu) | static_cast<Colour>(full * alpha + 0.5f) << 24;
}

}  // namespace mingbai::ui
