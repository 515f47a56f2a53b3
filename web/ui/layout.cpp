#include "web/ui/layout.h"

#include <algorithm>

#include "web/ui/context.h"
#include "web/ui/paint.h"
#include "web/ui/scope.h"

namespace mingbai::ui {
namespace {

NodeId scope_id(std::string_view key) { return key.empty() ? next_id() : id_of(key); }

void rule(float above, float below, Token token, float width) {
  gap(above);
  const Rect where = place_wide(width);
  fill(where, colour(token));
  gap(below);
}

}  // namespace

void gap(float px) { flow().add_gap(px); }
float available_width() { return flow().remaining_width(); }
float cursor_top() { return flow().next_y(); }
float scroll_top() { return context().scroll; }
void scroll_to_top() { context().wanted_scroll = 0; }
bool scrolled_past(float document_y) { return document_y < context().scroll; }
void divider(float above, float below) { rule(above, below, Token::line, 1); }
void strong_divider(float above, float below) { rule(above, below, Token::ink, 1.5f); }

Keyed::Keyed(std::string_view key) { push_id(id_of(key)); }
Keyed::Keyed(std::uint64_t key) { push_id(id_of({reinterpret_cast<const char*>(&key), sizeof key})); }
Keyed::~Keyed() { pop_id(); }

Stack::Stack(const StackOptions& o) {
  const NodeId id = scope_id(o.key);
  ScopeStyle style{
      .left = o.inset_left, .top = o.inset_top, .right = o.inset_right, .bottom = o.inset_bottom};
  style.max_width = o.max_width;
  open_scope(id, style, {.gap = o.gap, .apart = flow().is_row() ? 0.f : sheet_distance(), .align = o.align});
  push_id(id);
}
Stack::~Stack() {
  pop_id();
  close_scope();
}

Row::Row(const RowOptions& o) {
  const NodeId id = scope_id(o.key);
  open_scope(
      id, {},
      {.kind = Flow::Kind::row, .gap = o.gap, .line_gap = o.line_gap, .align = o.align, .wrap = o.wrap});
  push_id(id);
}
Row::~Row() {
  pop_id();
  close_scope();
}

Region::Region(Role role, std::string_view name, std::string_view key) {
  Context& c = context();
  const NodeId id = name.empty() && key.empty() ? next_id() : id_of(name, key);
  top_ = flow().next_y();
  Node node;
  node.id = id;
  node.role = role;
  node.name = name;
  c.recorder.open(std::move(node), {flow().x(), top_, flow().width(), 0});
  push_id(id);
}
Region::~Region() {
  pop_id();
  context().recorder.close(std::max(1.f, flow().next_y() - top_));
}

}  // namespace mingbai::ui
