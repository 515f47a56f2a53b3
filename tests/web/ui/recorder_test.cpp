// What a picture says of its order: lists have items, and items stand in lists.

#include "web/ui/recorder.h"

#include <catch2/catch_test_macros.hpp>

using namespace mingbai::ui;

namespace {

Node node(NodeId id, Role role) {
  Node made;
  made.id = id;
  made.role = role;
  return made;
}

}  // namespace

TEST_CASE("what stands at the foot of the view is read after all else") {
  Recorder recorder;
  recorder.open(node(1, Role::region), {0, 0, 390, 60});
  recorder.close(60);
  const std::size_t from = recorder.nodes().size();
  recorder.open(node(2, Role::navigation), {0, 772, 390, 72});
  recorder.add(node(3, Role::link), {0, 772, 97, 72});
  recorder.close(72);
  recorder.keep_for_last(from);
  recorder.open(node(4, Role::main), {0, 60, 390, 900});
  recorder.close(900);
  recorder.finish();
  const auto& nodes = recorder.nodes();
  REQUIRE(nodes.size() == 4);
  CHECK(nodes[1].role == Role::main);
  CHECK(nodes[2].role == Role::navigation);
  CHECK(nodes[3].parent == 2);
}

TEST_CASE("a link in a list stands in an item with its box") {
  Recorder recorder;
  recorder.open(node(1, Role::list), {10, 10, 200, 0});
  recorder.add(node(2, Role::link), {10, 40, 200, 48});
  recorder.close(78);
  const auto& nodes = recorder.nodes();
  REQUIRE(nodes.size() == 3);
  CHECK(nodes[1].role == Role::list_item);
  CHECK(nodes[1].parent == 1);
  CHECK(nodes[1].box.y == 30);
  CHECK(nodes[2].parent == nodes[1].id);
  CHECK(nodes[2].box.y == 0);
}

TEST_CASE("a region in a list keeps its children, and its item its height") {
  Recorder recorder;
  recorder.open(node(1, Role::list), {0, 0, 200, 0});
  recorder.open(node(2, Role::region), {0, 20, 200, 0});
  recorder.add(node(3, Role::button), {5, 25, 50, 44});
  recorder.close(60);
  recorder.close(80);
  const auto& nodes = recorder.nodes();
  REQUIRE(nodes.size() == 4);
  CHECK(nodes[1].box.h == 60);
  CHECK(nodes[2].box.h == 60);
  CHECK(nodes[3].parent == 2);
  CHECK(nodes[3].box.x == 5);
}

TEST_CASE("an item stays as it is in a list, and is text outside one") {
  Recorder recorder;
  recorder.open(node(1, Role::list), {0, 0, 200, 0});
  recorder.add(node(2, Role::list_item), {0, 0, 200, 20});
  recorder.close(20);
  recorder.add(node(3, Role::list_item), {0, 30, 200, 20});
  const auto& nodes = recorder.nodes();
  REQUIRE(nodes.size() == 3);
  CHECK(nodes[1].role == Role::list_item);
  CHECK(nodes[2].role == Role::text);
}
