// Fields one types into. While it has the focus a field is a real <input> of the page (input methods,
// soft keyboard, paste, undo are the browser's); otherwise its value is painted.
//
//   if (text_field("总费用", total, {.kind = FieldKind::money, .error = fault})) recompute();
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "web/ui/icons.h"

namespace mingbai::ui {

enum class FieldKind : std::uint8_t {
  text,
  money,  // 元 at the left, bold and right-aligned, grouped while nobody is typing
  number,
  identity,  // masked while nobody is typing
  phone,
  date,  // 2026-11-21 with a button that opens the browser's calendar
  password,
  search,
  multiline,
};

struct FieldOptions {
  FieldKind kind = FieldKind::text;
  std::string_view hint = {};   // below, small
  std::string_view error = {};  // below, instead of the hint; says what to do
  std::string_view unit = {};   // money: "元" is the default
  std::string_view placeholder = {};
  std::string_view disabled_reason = {};
  std::string_view autocomplete = {};  // HTML token, default "off"
  bool read_only = false;              // no border: value as text
  bool required = false;
  bool label_hidden = false;  // for screen readers only
  bool label_left = false;    // label at the left of the box
  Icon icon = Icon::none;     // at the right end
  float width = 0;            // 0: all there is
  int rows = 3;               // multiline
  std::string_view key = {};
};

struct FieldEvent {
  bool edited = false;   // the text changed
  bool left = false;     // focus went elsewhere
  bool entered = false;  // Enter was pressed
  explicit operator bool() const { return edited; }
};

FieldEvent text_field(std::string_view label, std::string& value, const FieldOptions& options = {});
void focus_field(std::string_view label);  // asks the page to put the focus there after this frame

// A button that opens the browser's file chooser; the page hands the files over (see platform/bridge.h).
struct FileOptions {
  std::string_view accept = "image/*,application/pdf";
  bool camera = false;
  bool small = false;          // 44 high instead of 52
  std::string_view name = {};  // for screen readers, when the words alone do not say it
  std::string_view key = {};
};
bool file_button(std::string_view words, const FileOptions& options = {});

}  // namespace mingbai::ui
