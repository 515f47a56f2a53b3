#include "web/ui/semantics_patch.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <vector>

using namespace mingbai::ui;
using nlohmann::json;

namespace {

Node node(NodeId id, Role role, const char* name, Box box = {0, 0, 100, 20}, NodeId parent = 0) {
  Node made;
  made.id = id;
  made.parent = parent;
  made.role = role;
  made.box = box;
  made.name = name;
  return made;
}

}  // namespace

TEST_CASE("an unchanged picture says nothing") {
  const std::vector<Node> nodes = {node(1, Role::button, "去备案"), node(2, Role::text, "您付")};
  CHECK(semantics_patch(nodes, nodes).empty());
}

TEST_CASE("the first picture carries every node and the order") {
  const std::vector<Node> nodes = {node(1, Role::main, ""),
                                   node(2, Role::button, "去备案", {8, 8, 100, 52}, 1)};
  const json patch = json::parse(semantics_patch({}, nodes));
  CHECK(patch["set"].size() == 2);
  CHECK(patch["set"][1] == json{{"i", 2}, {"r", "button"}, {"b", {8, 8, 100, 52}}, {"n", "去备案"}});
  CHECK(patch["order"] == json::array({{1, 0}, {2, 1}}));
  CHECK(!patch.contains("drop"));
}

TEST_CASE("a changed value carries only its node") {
  const std::vector<Node> before = {node(1, Role::textbox, "总费用"), node(2, Role::text, "您付")};
  std::vector<Node> after = before;
  after[0].value = "50000";
  const json patch = json::parse(semantics_patch(before, after));
  CHECK(patch["set"].size() == 1);
  CHECK(patch["set"][0]["v"] == "50000");
  CHECK(!patch.contains("order"));
  CHECK(!patch.contains("move"));
}

TEST_CASE("what only moves is told by its box") {
  const std::vector<Node> before = {node(1, Role::text, "您付")};
  const std::vector<Node> after = {node(1, Role::text, "您付", {0, 40, 100, 20})};
  CHECK(json::parse(semantics_patch(before, after)) == json{{"move", {{1, 0, 40, 100, 20}}}});
}

TEST_CASE("what is gone is dropped, what changed places is ordered anew") {
  const std::vector<Node> before = {node(1, Role::text, "a"), node(2, Role::text, "b"),
                                    node(3, Role::text, "c")};
  const std::vector<Node> after = {before[2], before[0]};
  CHECK(json::parse(semantics_patch(before, after)) == json{{"drop", {2}}, {"order", {{3, 0}, {1, 0}}}});
}

TEST_CASE("only where children are others or stand otherwise is the order told") {
  const std::vector<Node> before = {node(1, Role::list, "a"), node(2, Role::text, "b", {}, 1), node(3, Role::list, "c"),
                                    node(4, Role::text, "d", {}, 3), node(5, Role::text, "e", {}, 3)};
  std::vector<Node> after = before;
  std::swap(after[3], after[4]);
  CHECK(json::parse(semantics_patch(before, after)) == json{{"order", {{5, 3}, {4, 3}}}});
  after = before;
  after.push_back(node(6, Role::text, "f", {}, 1));
  CHECK(json::parse(semantics_patch(before, after))["order"] == json{{2, 1}, {6, 1}});
  after = before;
  after[4].parent = 1;  // from one list into the other
  CHECK(json::parse(semantics_patch(before, after)) == json{{"order", {{2, 1}, {4, 3}, {5, 1}}}});
}

TEST_CASE("the last child of a list goes without an order") {
  const std::vector<Node> before = {node(1, Role::list, "a"), node(2, Role::text, "b", {}, 1)};
  CHECK(json::parse(semantics_patch(before, std::vector<Node>{before[0]})) == json{{"drop", {2}}});
}

TEST_CASE("broken UTF-8 does not break the page") {
  const std::vector<Node> nodes = {node(1, Role::text, "\xE6\x98")};
  CHECK(json::parse(semantics_patch({}, nodes))["set"].size() == 1);
}

TEST_CASE("two nodes with one id are found") {
  const std::vector<Node> nodes = {node(1, Role::text, "a"), node(2, Role::text, "b"),
                                   node(1, Role::text, "c")};
  CHECK(duplicate_id(nodes) == 1);
  CHECK(duplicate_id(std::vector<Node>{nodes[0], nodes[1]}) == 0);
}
