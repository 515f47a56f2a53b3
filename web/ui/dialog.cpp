#include "web/ui/dialog.h"

#include <algorithm>
#include <cstdlib>

#include "web/ui/context.h"
#include "web/ui/interact.h"
#include "web/ui/layer.h"
#include "web/ui/paint.h"
#include "web/ui/scope.h"
#include "web/ui/text.h"
#include "web/ui/words.h"

namespace mingbai::ui {
namespace {

constexpr float corner = 24, padding = 28, view_margin = 24;

struct OpenDialog {
  NodeId id;
  float top, pad, view_height;
  bool buttons_begun = false;
};

std::vector<OpenDialog>& open_dialogs() {
  static std::vector<OpenDialog> open;
  return open;
}

// The page behind grows dark and deaf.
void paint_scrim() {
  Context& c = context();
  open_layer("scrim", {0, 0, c.view_width, c.view_height}, {0, 0});
  raise_layer();
  fill({0, 0, c.view_width, c.view_height}, colour(Token::scrim));
  close_layer();
}

}  // namespace

Dialog::Dialog(bool& open, const DialogOptions& o) : open_(open) {
  if (!open) return;
  Context& c = context();
  const NodeId id = id_of(o.title, o.key);
  if (o.closable && c.actions.take(id, ActionKind::dismiss)) {
    open = open_ = false;
    frame_within(0);
    return;
  }
  const bool whole = o.whole_view, sheet = phone() && !whole;
  Remembered& known = remember(id ^ 0x646cu);
  const float width =
      whole || sheet ? c.view_width : std::min(o.width * text_scale(), c.view_width - 2 * view_margin);
  const float most = whole ? c.view_height : c.view_height - (sheet ? 40 : 2 * view_margin);
  const float height = whole ? c.view_height : std::min(std::max(known.height, 80.f), most);
  const float x = (c.view_width - width) / 2,
              y = sheet ? c.view_height - height : (c.view_height - height) / 2;
  const float beyond = std::max(0.f, known.height - height);
  if (auto scrolled = c.actions.take(id, ActionKind::scroll))
    known.parts = {std::strtof(scrolled->c_str(), nullptr)};
  const float scroll = known.parts.empty() ? 0 : std::clamp(known.parts[0], 0.f, beyond);

  paint_scrim();
  open_layer("dialog", {x, y, width, height}, {x, y - snapped(scroll)});
  raise_layer();
  c.surfaces.push_back(Surface::paper);
  const Rect ground{0, scroll, width, height};
  fill(ground, colour(Token::paper), {.radius = whole ? 0 : corner, .bottom = !sheet});
  if (theme().mode == Mode::dark && !whole)
    stroke(ground, colour(Token::line), 1, {.radius = corner, .bottom = !sheet});
  Node node;
  node.id = id;
  node.role = Role::dialog;
  node.name = o.title;
  node.description = o.body;
  node.pin = Pin::view;
  node.extent = known.height;
  if (o.closable) node.state |= NodeState::expanded;
  c.recorder.open(std::move(node), {x, y, width, height}, {0, 0});
  const float pad = whole ? std::max(20.f, (width - 820) / 2) : padding;
  c.flows.emplace_back(Flow::Start{.x = pad, .y = padding, .width = width - 2 * pad, .apart = 16});
  open_dialogs().push_back({id, y, pad, height});
  push_id(id);
  heading(2, o.title, whole ? Type::title : Type::section);
  if (!o.body.empty()) {
    gap(6);
    text(o.body, Type::body, Token::ink2, {.full_width = true});
  }
  gap(20);
}

bool Dialog::action(std::string_view words, ButtonKind kind, Icon icon, std::string_view disabled_reason) {
  OpenDialog& dialog = open_dialogs().back();
  if (phone()) {
    if (dialog.buttons_begun) gap(12);
    dialog.buttons_begun = true;
    return button(words, {.kind = kind, .before = icon, .wide = true, .disabled_reason = disabled_reason});
  }
  if (!dialog.buttons_begun) {
    dialog.buttons_begun = true;
    gap(4);
    open_scope(dialog.id ^ 0x627574u, {},
               {.kind = Flow::Kind::row, .gap = 12, .line_gap = 12, .align = Align::end});
  }
  return button(words, {.kind = kind, .before = icon, .disabled_reason = disabled_reason});
}

Dialog::~Dialog() {
  if (!open_ || open_dialogs().empty()) return;
  Context& c = context();
  const OpenDialog dialog = open_dialogs().back();
  open_dialogs().pop_back();
  if (dialog.buttons_begun && !phone()) close_scope();
  pop_id();
  const float needed = c.flows.back().used_height() + 2 * padding;
  c.flows.pop_back();
  Remembered& known = remember(dialog.id ^ 0x646cu);
  if (known.store(known.width, needed)) c.unsettled = true;
  c.recorder.close(c.recorder.opened().box.h);
  c.surfaces.pop_back();
  close_layer();
}

}  // namespace mingbai::ui
