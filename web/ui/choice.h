// Choosing one of several.
//
//   static const Choice levels[] = {{"1", "一级"}, {"2", "二级"}, {"3", "三级"}};
//   if (segmented("医院级别", level, levels)) recompute();
//
// `value` holds the key of the chosen one ("" for none). Choices are only read during the call.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "web/ui/icons.h"

namespace mingbai::ui {

struct Choice {
  std::string_view value;
  std::string_view label;
  std::string_view detail = {};  // radio_list: second line; pills: a count
  Icon icon = Icon::none;        // pills
};

struct ChoiceOptions {
  std::string_view hint = {};
  std::string_view error = {};
  std::string_view disabled_reason = {};
  std::string_view placeholder = {};  // select: shown while nothing is chosen
  bool label_hidden = false;
  bool required = false;
  float width = 0;
  std::string_view key = {};
};

// A field that opens the browser's own list: right for phones and for long lists.
bool select(std::string_view label, std::string& value, std::span<const Choice> choices,
            const ChoiceOptions& options = {});

// 2 to 4 pieces in one box; falls back to a select when they do not fit.
bool segmented(std::string_view label, std::string& value, std::span<const Choice> choices,
               const ChoiceOptions& options = {});

// One below the other, each with a detail.
bool radio_list(std::string_view label, std::string& value, std::span<const Choice> choices,
                const ChoiceOptions& options = {});

// Pills in a row: views of the same thing, filters.
bool pills(std::string_view label, std::string& value, std::span<const Choice> choices,
           const ChoiceOptions& options = {});

}  // namespace mingbai::ui
