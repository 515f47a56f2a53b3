// The few words that widgets say by themselves, in the language of the theme.
#pragma once

#include <string>

#include "generated/strings.h"
#include "web/ui/theme.h"

namespace mingbai::ui {

inline std::string_view say(strings::Key key) { return strings::text(key, theme().language); }

// A label before its value, as a screen reader says them.
inline std::string labelled(std::string_view label) {
  return std::string(label) + (theme().language == Language::zh ? "：" : ": ");
}

// An amount of a row, where its unit is not painted.
inline std::string in_yuan(std::string_view amount) {
  return std::string(amount) + (theme().language == Language::zh ? "" : " ") + std::string(say("ui.yuan"));
}

}  // namespace mingbai::ui
