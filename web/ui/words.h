// The few words that widgets say by themselves, in the language of the theme.
#pragma once

#include "generated/strings.h"
#include "web/ui/theme.h"

namespace mingbai::ui {

inline std::string_view say(strings::Key key) { return strings::text(key, theme().language); }

}  // namespace mingbai::ui
