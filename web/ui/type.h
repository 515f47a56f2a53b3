// Roles of text: size, line and weight by what the words are for, never by number.
//
// One face (Noto Sans SC), two weights. A role resolves for phones and for the large (长辈) mode.
// `strong` roles are bold. Sizes are CSS pixels.
#pragma once

#include <cstdint>

namespace mingbai::ui {

enum class Type : std::uint8_t {
  answer,     // the number one came for, 60/72
  home,       // heading of the first page, 50/70
  title,      // the heading that is the answer, 36/50
  figure,     // second figure, 30/42
  subfigure,  // figure inside a sheet, 26/36
  section,    // 22/32 bold
  amount,     // amount in a row, 20/27 bold
  body,
  strong,  // 18/27 regular, bold
  label,
  label_strong,  // 16/24
  small,
  small_strong,  // 15/22
  quote,         // words of a source, 22/38
  count
};

struct Face {
  float size;  // CSS px
  float line;  // CSS px from one line to the next
  bool bold;
};

Face face(Type type);

}  // namespace mingbai::ui
