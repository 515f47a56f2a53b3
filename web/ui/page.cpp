// The document, and the bars fixed to the bottom of the view.
#include <algorithm>
#include <string>

#include "web/ui/context.h"
#include "web/ui/layer.h"
#include "web/ui/layout.h"
#include "web/ui/paint.h"
#include "web/ui/scope.h"

namespace mingbai::ui {
namespace {

constexpr float widest = 1184, narrow_widest = 640;
constexpr float margin_desktop = 48, margin_phone = 16;
constexpr float foot = 48;

float margin() { return phone() ? margin_phone : margin_desktop; }

}  // namespace

float sheet_distance() { return phone() ? 16.f : 24.f; }

Page::Page(const PageOptions& o) {
  const float room = context().view_width - 2 * margin();
  const float most = scaled(o.narrow || breadth() == Breadth::tablet ? narrow_widest : widest);
  const float width = std::min(room, most);
  const float side = (context().view_width - width) / 2;
  const NodeId id = id_of("page");
  const float top = phone() ? std::min(o.top, 20.f) : o.top;
  const Rect where =
      open_scope(id, {.left = side, .top = top, .right = side, .bottom = foot}, {.apart = sheet_distance()});
  Node node;
  node.id = id;
  node.role = Role::main;
  node.name = o.name;
  context().recorder.open(std::move(node), where);
  push_id(id);
}

Page::~Page() {
  pop_id();
  const Rect where = close_scope();
  context().recorder.close(where.h);
}

BottomBar::BottomBar(std::string_view name, float height) {
  Context& c = context();
  const float h = scaled(height), y = c.view_height - c.bottom_reserved - h;
  c.bottom_reserved += h;
  const NodeId id = id_of(name);
  open_layer(("bar " + std::string(name)).c_str(), {0, y, c.view_width, h}, {0, y});
  c.surfaces.push_back(Surface::paper);
  fill({0, 0, c.view_width, h}, colour(Token::paper));
  fill({0, 0, c.view_width, 1}, colour(Token::line));
  Node node;
  node.id = id;
  node.role = Role::region;
  node.name = name;
  node.pin = Pin::view;
  c.recorder.open(std::move(node), {0, y, c.view_width, h}, {0, 0});
  c.flows.emplace_back(Flow::Start{.kind = Flow::Kind::row,
                                   .x = margin(),
                                   .y = 0,
                                   .width = c.view_width - 2 * margin(),
                                   .gap = 8,
                                   .align = Align::between,
                                   .wrap = false,
                                   .memory = &remember(id ^ 0x626172u)});
  push_id(id);
  // A thing as high as the bar, so that the others are centred on it.
  flow().take({margin(), 0, 0, h}, 0, h);
}

BottomBar::~BottomBar() {
  Context& c = context();
  pop_id();
  if (c.flows.back().finish()) c.unsettled = true;
  c.flows.pop_back();
  c.recorder.close(c.recorder.opened().box.h);
  c.surfaces.pop_back();
  close_layer();
}

}  // namespace mingbai::ui
