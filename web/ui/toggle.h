// Yes or no. The words are part of the target: 44 px high at least.
#pragma once

#include <string_view>

namespace mingbai::ui {

struct ToggleOptions {
  std::string_view detail = {};  // second line
  std::string_view disabled_reason = {};
  std::string_view error = {};
  std::string_view key = {};
};

bool checkbox(std::string_view label, bool& value, const ToggleOptions& options = {});

// The words at the left, 开 or 关 and the switch at the right.
bool toggle(std::string_view label, bool& value, const ToggleOptions& options = {});

}  // namespace mingbai::ui
