// Buttons. One primary button a view. A disabled button says why.
//
//   if (button("去备案", {.kind = ButtonKind::primary, .after = Icon::arrow_right})) …
#pragma once

#include <cstdint>
#include <string_view>

#include "web/ui/icons.h"

namespace mingbai::ui {

enum class ButtonKind : std::uint8_t {
  primary,
  secondary,
  neutral,
  careful,
  words,
  careful_words,
};

struct ButtonOptions {
  ButtonKind kind = ButtonKind::neutral;
  Icon before = Icon::none;
  Icon after = Icon::none;
  bool small = false;                     // 44 high instead of 52
  bool wide = false;                      // the full width of its scope
  bool flush = false;                     // words and icon stand at the column's edge, the ground beyond it
  bool busy = false;                      // words stay, the icon becomes a turning arc
  std::string_view disabled_reason = {};  // not empty: cannot be pressed; painted below inside a Stack
  std::string_view name = {};             // for screen readers, when the words alone do not say it
  std::string_view target = {};           // "#/file": a link that looks like a button
  int expanded = -1;                      // 0 or 1: opens something below
  std::string_view key = {};
};

bool button(std::string_view words, const ButtonOptions& options = {});

struct IconButtonOptions {
  bool bordered = false;
  Token token = Token::ink2;
  std::string_view disabled_reason = {};
  int expanded = -1;
  std::string_view key = {};
};
bool icon_button(Icon icon, std::string_view name, const IconButtonOptions& options = {});

// 长辈模式, 登录: the outlined pill of the top bar. `large_first` draws its first character bigger (大字).
bool pill_button(std::string_view words, Icon before = Icon::none, bool large_first = false,
                 std::string_view name = {}, Token ground = Token::paper);

// Words that go somewhere.
bool link(std::string_view words, std::string_view target = {}, Token token = Token::pine,
          std::string_view key = {});

}  // namespace mingbai::ui
