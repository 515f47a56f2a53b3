// What the picture means: the list of nodes from which the page builds its accessible document.
//
// Every widget records one node a frame; containers record themselves before their children, so the list
// is the document in reading order. The page's DOM follows it (see semantics_patch.h) and gives back
// activation, text, focus. Rectangles are CSS px relative to the parent node's own rectangle.
// Screens rarely touch this: the widgets record for them. `Region` groups what belongs together.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mingbai::ui {

using NodeId = std::uint32_t;

enum class Role : std::uint8_t {
  text,
  heading,
  button,
  link,
  textbox,
  select,
  radio_group,
  radio,
  checkbox,
  toggle,
  list,
  list_item,
  table,
  row,
  cell,
  column_header,
  dialog,
  alert,
  status,
  progress,
  image,
  navigation,
  main,
  region,
  group,
  date_picker,
  file_picker,
  disclosure,
  row_header,
  plain
};

struct NodeState {
  enum Flag : std::uint16_t {
    disabled = 1,
    checked = 2,
    invalid = 4,
    required = 8,
    current = 16,
    read_only = 32,
    expanded = 64,
    collapsed = 128,
    selected = 256,
    busy = 512
  };
};

enum class Pin : std::uint8_t {
  page,    // moves with the document
  view,    // stays where it is while the document scrolls
  scroll,  // a box with a scroll of its own; `extent` is the height of what is inside
};

struct Box {
  float x = 0, y = 0, w = 0, h = 0;
  bool operator==(const Box&) const = default;
};

struct Option {
  std::string value, label;
  bool operator==(const Option&) const = default;
};

// What a select offers: hundreds of places, the same in every picture, so pictures share one list.
class OptionList {
 public:
  OptionList() = default;
  OptionList(std::vector<Option> list) : list_(std::make_shared<const std::vector<Option>>(std::move(list))) {}
  auto begin() const { return list_ ? list_->data() : nullptr; }
  auto end() const { return list_ ? list_->data() + list_->size() : nullptr; }
  bool operator==(const OptionList& other) const {
    return list_ == other.list_ || std::equal(begin(), end(), other.begin(), other.end());
  }

 private:
  std::shared_ptr<const std::vector<Option>> list_;
};

struct Node {
  NodeId id = 0, parent = 0;
  Role role = Role::text;
  std::uint16_t state = 0;
  std::uint8_t level = 0;  // of a heading
  Pin pin = Pin::page;
  Box box;
  float extent = 0;         // see Pin::scroll
  std::string name;         // label; for text and headings the words themselves
  std::string value;        // text of a field, key of a choice, 0..100 of a progress
  std::string description;  // hint, or why it is disabled
  std::string error;
  std::string target;           // of a link: "#/rules"
  std::string style;            // of a field: kind, input mode, alignment as "money right"
  float text_size = 0;          // of a field: CSS px
  OptionList options;           // of a select
  bool operator==(const Node&) const = default;
};

// Groups what is drawn while it lives under one node: a list, a table, a named region.
class Region {
 public:
  Region(Role role, std::string_view name, std::string_view key = {});
  ~Region();
  Region(const Region&) = delete;
  Region& operator=(const Region&) = delete;

 private:
  float top_;
};

}  // namespace mingbai::ui
