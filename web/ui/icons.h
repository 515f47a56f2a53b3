// Icons, drawn: a 24 box, 2 px strokes with round ends. They inherit the colour of the words they accompany.
//
// Alone an icon means nothing to a screen reader; an icon that carries meaning gets a name by its widget.
#pragma once

#include <cstdint>

#include "web/ui/colour.h"

namespace mingbai::ui {

enum class Icon : std::uint8_t {
  none,
  check,
  cross,
  chevron_down,
  chevron_up,
  chevron_right,
  chevron_left,
  arrow_right,
  arrow_left,
  calendar,
  clock,
  cloud_up,
  offline,
  user,
  trash,
  retry,
  print,
  link,
  plus,
  minus,
  ring_check,
  ring_cross,
  speech,
  wave,
  warning,
  shield,
  bag,
  pin,
  pencil,
  calculator,
  clipboard,
  book,
  menu,
  search,
  eye,
  inbox,
  scales,
  chart,
  document,
  camera,
  copy,
  download,
  upload,
  play,
  stop,
  triangle_down,
  triangle_up,
  info,
  phone,
  home,
  ring,
  moon,
  sun,
  globe,
  log_out,
  external,
  paperclip,
  count
};

// Draws inside the box whose top left corner is (x, y) and whose side is `size`.
void draw_icon(Icon icon, float x, float y, float size, Colour colour, float stroke = 0);

// Takes a place in the layout. `name` makes it an image for screen readers.
void icon(Icon icon, float size = 24, Token token = Token::ink2, const char* name = nullptr);

// 56 px tile with an icon of 28 on pine-tint (or gamboge-tint).
void icon_tile(Icon icon, Token ground = Token::pine_tint, Token token = Token::pine, float side = 56);

// A disc with a number: outlined, in the colour of its money.
void disc(int number, Token token = Token::pine, float diameter = 26);

}  // namespace mingbai::ui
