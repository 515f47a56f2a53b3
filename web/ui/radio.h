// A group of radio nodes, however its pieces are painted.
#pragma once

#include <string>
#include <string_view>

#include "web/ui/interact.h"

namespace mingbai::ui {

class RadioGroup {
 public:
  RadioGroup(std::string_view label, const Rect& around, std::string_view key);
  ~RadioGroup();
  // Records one choice; sets `value` when it was chosen in this frame.
  Touch radio(std::string_view choice, std::string_view words, std::string& value, const Rect& where,
              float corner, bool disabled);
  float hover(const Touch& touch) const { return hover_share(last_, touch.hovered); }
  Node& node();
  bool changed() const { return changed_; }
  RadioGroup(const RadioGroup&) = delete;
  RadioGroup& operator=(const RadioGroup&) = delete;

 private:
  NodeId id_, last_ = 0;
  float height_;
  bool changed_ = false;
};

}  // namespace mingbai::ui
