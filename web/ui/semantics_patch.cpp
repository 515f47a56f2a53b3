#include "web/ui/semantics_patch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

namespace mingbai::ui {
namespace {

using Json = nlohmann::json;

constexpr std::array<const char*, 30> role_names = {
    "text",       "heading",     "button",     "link",         "textbox",   "select",
    "radiogroup", "radio",       "checkbox",   "switch",       "list",      "listitem",
    "table",      "row",         "cell",       "columnheader", "dialog",    "alert",
    "status",     "progressbar", "img",        "navigation",   "main",      "region",
    "group",      "datepicker",  "filepicker", "disclosure",   "rowheader", "plain"};

double tidy(float value) { return std::round(value * 4) / 4.0; }

Json box_of(const Node& node) {
  return Json::array({tidy(node.box.x), tidy(node.box.y), tidy(node.box.w), tidy(node.box.h)});
}

void put(Json& out, const char* key, const std::string& value) {
  if (!value.empty()) out[key] = value;
}

Json to_json(const Node& node) {
  Json out = {{"i", node.id}, {"r", role_names[static_cast<std::size_t>(node.role)]}, {"b", box_of(node)}};
  if (node.state) out["s"] = node.state;
  if (node.level) out["l"] = node.level;
  if (node.pin != Pin::page) out["p"] = static_cast<int>(node.pin);
  if (node.extent > 0) out["e"] = std::ceil(node.extent);
  if (node.text_size > 0) out["z"] = node.text_size;
  put(out, "n", node.name);
  put(out, "v", node.value);
  put(out, "d", node.description);
  put(out, "f", node.error);
  put(out, "t", node.target);
  put(out, "k", node.style);
  for (const Option& option : node.options) out["o"].push_back(Json::array({option.value, option.label}));
  return out;
}

bool same_but_for_box(const Node& a, const Node& b) {
  return a.role == b.role && a.state == b.state && a.level == b.level && a.pin == b.pin &&
         a.extent == b.extent && a.name == b.name && a.value == b.value && a.description == b.description &&
         a.error == b.error && a.target == b.target && a.style == b.style && a.text_size == b.text_size &&
         a.options == b.options;
}

std::vector<const Node*> by_id(std::span<const Node> nodes) {
  std::vector<const Node*> sorted;
  sorted.reserve(nodes.size());
  for (const Node& node : nodes) sorted.push_back(&node);
  std::ranges::stable_sort(sorted, {}, &Node::id);
  return sorted;
}

const Node* find(const std::vector<const Node*>& sorted, NodeId id) {
  const auto at = std::ranges::lower_bound(sorted, id, {}, &Node::id);
  return at != sorted.end() && (*at)->id == id ? *at : nullptr;
}

using Place = std::pair<NodeId, NodeId>;  // parent, child

std::vector<Place> by_parent(std::span<const Node> nodes) {
  std::vector<Place> sorted;
  sorted.reserve(nodes.size());
  for (const Node& node : nodes) sorted.emplace_back(node.parent, node.id);
  std::ranges::stable_sort(sorted, {}, &Place::first);
  return sorted;
}

// Parents whose children are others than before, or in another order; sorted.
std::vector<NodeId> rearranged(std::span<const Node> before, std::span<const Node> after) {
  const auto old = by_parent(before), fresh = by_parent(after);
  std::vector<NodeId> found;
  for (auto at = fresh.begin(); at != fresh.end();) {
    const NodeId parent = at->first;
    const auto end = std::ranges::upper_bound(at, fresh.end(), parent, {}, &Place::first);
    if (!std::ranges::equal(std::ranges::subrange(at, end), std::ranges::equal_range(old, parent, {}, &Place::first)))
      found.push_back(parent);
    at = end;
  }
  return found;
}

}  // namespace

std::string semantics_patch(std::span<const Node> before, std::span<const Node> after) {
  if (std::ranges::equal(before, after)) return {};
  const auto old = by_id(before);
  const auto fresh = by_id(after);
  Json out = Json::object();
  for (const Node& node : after) {
    const Node* was = find(old, node.id);
    if (!was || !same_but_for_box(*was, node)) {
      out["set"].push_back(to_json(node));
    } else if (was->box != node.box) {
      Json move = box_of(node);
      move.insert(move.begin(), node.id);
      out["move"].push_back(std::move(move));
    }
  }
  if (const auto parents = rearranged(before, after); !parents.empty())
    for (const Node& node : after)
      if (std::ranges::binary_search(parents, node.parent)) out["order"].push_back(Json::array({node.id, node.parent}));
  for (const Node& node : before)
    if (!find(fresh, node.id)) out["drop"].push_back(node.id);
  return out.empty() ? std::string{} : out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

NodeId duplicate_id(std::span<const Node> nodes) {
  const auto sorted = by_id(nodes);
  const auto at = std::ranges::adjacent_find(sorted, {}, &Node::id);
  return at == sorted.end() ? 0 : (*at)->id;
}

}  // namespace mingbai::ui
