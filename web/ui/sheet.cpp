#include "web/ui/sheet.h"

#include <algorithm>

#include "web/ui/context.h"
#include "web/ui/interact.h"
#include "web/ui/paint.h"
#include "web/ui/scope.h"

namespace mingbai::ui {
namespace {

constexpr float padding_desktop = 32, padding_phone = 20;
constexpr float corner_desktop = 20, corner_phone = 18, corner_inset = 14;

struct OpenSheet {
  NodeId id;
  Surface surface;
  bool has_node;
  float corner;
};

std::vector<OpenSheet>& open_sheets() {
  static std::vector<OpenSheet> open;
  return open;
}

struct Ground {
  Token fill = Token::count, border = Token::count;
  float border_width = 1;
  bool lifted = false;
};

Ground ground_of(Surface surface) {
  switch (surface) {
    case Surface::paper:
      return {Token::paper, Token::count, 1, true};
    case Surface::urgent:
      return {Token::paper, Token::gamboge_line, 2, false};
    case Surface::chosen:
      return {Token::paper, Token::pine, 2, true};
    case Surface::outlined:
      return {Token::paper, Token::line};
    case Surface::dashed:
      return {};
    case Surface::tint:
      return {Token::tint};
    case Surface::deep:
      return {Token::deep};
    case Surface::pine:
      return {Token::pine_tint};
    case Surface::gamboge:
      return {Token::gamboge_tint};
    case Surface::rouge:
      return {Token::rouge_tint};
    case Surface::indigo:
      return {Token::indigo_tint};
  }
  return {};
}

void paint_ground(const Rect& where, Surface surface, float corner, Colour lit, float share) {
  Ground ground = ground_of(surface);
  const bool dark = theme().mode == Mode::dark;
  if (ground.lifted && dark && ground.border == Token::count) ground.border = Token::line;
  if (ground.lifted) soft_shadow(where, corner);
  if (surface == Surface::dashed) return dashed_box(where, colour(Token::edge), 1, corner);
  const Colour base = colour(ground.fill);
  fill(where, share > 0 ? blend(base, lit, share) : base, {.radius = corner});
  if (ground.border != Token::count)
    stroke(where, colour(ground.border), ground.border_width, {.radius = corner});
}

}  // namespace

Sheet::Sheet(const SheetOptions& o) {
  Context& c = context();
  const std::string_view key = o.key.empty() ? o.name : o.key;
  const NodeId id = key.empty() ? next_id() : id_of(key);
  const float padding = o.flush ? 0 : o.padding >= 0 ? o.padding : phone() ? padding_phone : padding_desktop;
  const float corner = o.corner >= 0 ? o.corner : phone() ? corner_phone : corner_desktop;
  const Rect where = open_scope(id,
                                {.left = padding,
                                 .top = padding,
                                 .right = padding,
                                 .bottom = padding,
                                 .apart = true,
                                 .stretch = o.stretch},
                                {.apart = sheet_distance()});
  const bool active = o.pressable || !o.target.empty();
  const bool noted = active || !o.name.empty();
  Touch touch;
  if (noted) {
    Node node;
    node.id = id;
    node.role = !o.target.empty() ? Role::link : o.pressable ? Role::button : Role::region;
    node.name = o.name;
    node.target = o.target;
    if (o.current) node.state |= NodeState::current;
    c.recorder.open(std::move(node), where);
  }
  if (active) touch = interact(where, id);
  if (touch.focused) focus_ring(where, corner);
  activated_ = touch.activated;
  const float share = active ? hover_share(id, touch.hovered || touch.held) : 0;
  paint_ground(where, o.current ? Surface::chosen : o.surface, corner,
               colour(touch.held ? Token::pine_tint : Token::tint), share);
  c.surfaces.push_back(o.surface);
  open_sheets().push_back({id, o.surface, noted, corner});
  push_id(id);
}

Sheet::~Sheet() {
  Context& c = context();
  const OpenSheet open = open_sheets().back();
  open_sheets().pop_back();
  pop_id();
  const Rect where = close_scope();
  if (open.has_node) c.recorder.close(where.h);
  c.surfaces.pop_back();
}

Inset::Inset(Surface surface, float padding, bool stretch) {
  const NodeId id = next_id();
  const Rect where = open_scope(
      id, {.left = padding, .top = padding - 2, .right = padding, .bottom = padding - 2, .stretch = stretch},
      {});
  paint_ground(where, surface, corner_inset, 0, 0);
  context().surfaces.push_back(surface);
  push_id(id);
}

Inset::~Inset() {
  pop_id();
  close_scope();
  context().surfaces.pop_back();
}

}  // namespace mingbai::ui
