// Collects the nodes of one pass. Containers stay open while their children are recorded.
//
// Widgets give boxes in the coordinates of their layer; the recorder makes them relative to the open node.
#pragma once

#include <vector>

#include "web/ui/geometry.h"
#include "web/ui/semantics.h"

namespace mingbai::ui {

class Recorder {
 public:
  void restart() {
    nodes_.clear();
    open_.clear();
  }
  Node& add(Node node, Rect where) {
    const bool free = open_.empty() || node.pin == Pin::view;
    const Point origin = free ? Point{} : open_.back().origin;
    node.parent = free ? 0 : nodes_[open_.back().index].id;
    node.box = {where.x - origin.x, where.y - origin.y, where.w, where.h};
    return nodes_.emplace_back(std::move(node));
  }
  // `content` is where the coordinates of the children start; usually the corner of the node itself.
  void open(Node node, Rect where, Point content) {
    add(std::move(node), where);
    open_.push_back({nodes_.size() - 1, content});
  }
  void open(Node node, Rect where) { open(std::move(node), where, {where.x, where.y}); }
  Node& opened() { return nodes_[open_.back().index]; }
  void close(float height) {
    opened().box.h = height;
    open_.pop_back();
  }
  const std::vector<Node>& nodes() const { return nodes_; }
  std::vector<Node>& nodes() { return nodes_; }

 private:
  struct Open {
    std::size_t index;
    Point origin;
  };
  std::vector<Node> nodes_;
  std::vector<Open> open_;
};

}  // namespace mingbai::ui
