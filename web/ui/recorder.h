// Collects the nodes of one pass. Containers stay open while their children are recorded.
//
// Widgets give boxes in the coordinates of their layer; the recorder makes them relative to the open node.
// What stands in a list is an item of it: a node of another role gets one around it, an item outside a list
// is text.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "web/ui/geometry.h"
#include "web/ui/semantics.h"

namespace mingbai::ui {

class Recorder {
 public:
  void restart() {
    nodes_.clear();
    open_.clear();
    last_ = last_end_ = 0;
  }
  Node& add(Node node, Rect where) {
    const bool free = open_.empty() || node.pin == Pin::view;
    const Point origin = free ? Point{} : open_.back().origin;
    const bool in_list = !free && opened().role == Role::list;
    if (!in_list && node.role == Role::list_item) node.role = Role::text;
    node.parent = free ? 0 : opened().id;
    node.box = {where.x - origin.x, where.y - origin.y, where.w, where.h};
    itemed_ = in_list && node.role != Role::list_item;
    if (itemed_) {
      Node item;
      item.id = node.id ^ 0x1157u;
      item.role = Role::list_item;
      item.parent = std::exchange(node.parent, item.id);
      item.box = std::exchange(node.box, {0, 0, where.w, where.h});
      nodes_.push_back(std::move(item));
    }
    return nodes_.emplace_back(std::move(node));
  }
  // `content` is where the coordinates of the children start; usually the corner of the node itself.
  void open(Node node, Rect where, Point content) {
    add(std::move(node), where);
    open_.push_back({nodes_.size() - 1, content, itemed_});
  }
  void open(Node node, Rect where) { open(std::move(node), where, {where.x, where.y}); }
  Node& opened() { return nodes_[open_.back().index]; }
  void close(float height) {
    opened().box.h = height;
    if (open_.back().itemed) nodes_[open_.back().index - 1].box.h = height;
    open_.pop_back();
  }
  // The first words recorded since there were `from` nodes get these before them: a label and its value are said as one.
  void put_before(std::size_t from, std::string_view words) {
    for (; from < nodes_.size(); ++from)
      if (!nodes_[from].name.empty()) return void(nodes_[from].name.insert(0, words));
  }
  // What was recorded since there were `from` nodes stands at the foot of the view: it is read after all else.
  void keep_for_last(std::size_t from) {
    last_ = static_cast<std::ptrdiff_t>(from);
    last_end_ = static_cast<std::ptrdiff_t>(nodes_.size());
  }
  void finish() { std::rotate(nodes_.begin() + last_, nodes_.begin() + last_end_, nodes_.end()); }
  const std::vector<Node>& nodes() const { return nodes_; }
  std::vector<Node>& nodes() { return nodes_; }

 private:
  struct Open {
    std::size_t index;
    Point origin;
    bool itemed;  // an item of a list stands around it, just before it
  };
  std::vector<Node> nodes_;
  std::vector<Open> open_;
  bool itemed_ = false;  // the node added last
  std::ptrdiff_t last_ = 0, last_end_ = 0;
};

}  // namespace mingbai::ui
