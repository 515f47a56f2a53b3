// What the person did, as the page's mirror reports it: by node, taken once by the widget it is meant for.
//
// What nobody took by the end of a frame is dropped: its widget is gone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/ui/semantics.h"

namespace mingbai::ui {

enum class ActionKind : std::uint8_t { click, input, focus, blur, scroll, dismiss, enter };

class Actions {
 public:
  void push(NodeId node, ActionKind kind, std::string_view value) {
    if (kind == ActionKind::focus) focus_ = node, ring_ = value == "ring";
    if (kind == ActionKind::blur && focus_ == node) focus_ = 0;
    waiting_.push_back({node, kind, std::string(value)});
  }
  // The last value when the same thing happened several times since the frame before.
  std::optional<std::string> take(NodeId node, ActionKind kind) {
    std::optional<std::string> value;
    std::erase_if(waiting_, [&](Waiting& one) {
      if (one.node != node || one.kind != kind) return false;
      value = std::move(one.value);
      return true;
    });
    return value;
  }
  bool clicked(NodeId node) { return take(node, ActionKind::click).has_value(); }
  bool focused(NodeId node) const { return node != 0 && focus_ == node; }
  bool ringed(NodeId node) const { return focused(node) && ring_; }
  void clear() { waiting_.clear(); }

 private:
  struct Waiting {
    NodeId node;
    ActionKind kind;
    std::string value;
  };
  std::vector<Waiting> waiting_;
  NodeId focus_ = 0;
  bool ring_ = false;  // the focus came by keyboard
};

}  // namespace mingbai::ui
