// A question over everything. The rest of the page is inert while it is open; Escape and the scrim close it.
//
//   if (Dialog dialog{asking, {.title = "删除这份还没送出的备案？", .body = "…"}}; dialog) {
//     if (dialog.action("留着")) asking = false;
//     if (dialog.action("删除", ButtonKind::careful)) …
//   }
// The harmless button comes first. On phones it is a sheet at the bottom with buttons of full width.
#pragma once

#include <string_view>

#include "web/ui/button.h"

namespace mingbai::ui {

struct DialogOptions {
  std::string_view title, body = {};
  float width = 560;
  bool closable = true;     // Escape and scrim close it
  bool whole_view = false;  // 给窗口看这一条: white, full screen
  std::string_view key = {};
};

class Dialog {
 public:
  Dialog(bool& open, const DialogOptions& options);
  ~Dialog();
  explicit operator bool() const { return open_; }
  bool action(std::string_view words, ButtonKind kind = ButtonKind::neutral, Icon icon = Icon::none,
              std::string_view disabled_reason = {});
  Dialog(const Dialog&) = delete;
  Dialog& operator=(const Dialog&) = delete;

 private:
  bool open_;
};

}  // namespace mingbai::ui
