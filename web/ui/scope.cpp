#include "web/ui/scope.h"

#include <algorithm>

namespace mingbai::ui {
namespace {

struct Open {
  NodeId id;
  ScopeStyle style;
  Rect place;
};

std::vector<Open>& open_scopes() {
  static std::vector<Open> scopes;
  return scopes;
}

}  // namespace

Rect open_scope(NodeId id, const ScopeStyle& style, const Flow::Start& inner) {
  Flow& outer = flow();
  Remembered& known = remember(id);
  const float room = outer.remaining_width();
  const bool hugs = !style.fills || (outer.is_row() && style.max_width == 0);
  const float natural = known.last_used && known.width > 0 ? known.width : room;
  Wanted wanted{.width = hugs ? natural : room,
                .height = known.height,
                .fills = !hugs && !outer.is_row(),
                .apart = style.apart};
  if (style.max_width > 0 && wanted.width > style.max_width)
    wanted.width = style.max_width, wanted.fills = false;
  Rect where = outer.place(wanted);
  if (style.stretch && outer.stretch_to() > where.bottom()) where.h = outer.stretch_to() - where.y;
  const float limit = outer.hugs() && !outer.is_row() ? outer.width()
                      : !hugs                         ? where.w
                      : outer.wraps()                 ? outer.width()
                                                      : std::max(room, where.w);

  Flow::Start start = inner;
  start.x = where.x + style.left;
  start.y = where.y + style.top;
  start.width = std::max(1.f, limit - style.left - style.right);
  start.align_width = std::max(1.f, where.w - style.left - style.right);
  if (style.stretch && outer.stretch_to() > 0) start.stretch_to = outer.stretch_to() - style.bottom;
  if (start.kind == Flow::Kind::row) start.memory = &remember(id ^ 0x726f77u);
  open_scopes().push_back({id, style, where});
  context().flows.emplace_back(start);
  return where;
}

Rect close_scope() {
  Context& c = context();
  const Open open = open_scopes().back();
  open_scopes().pop_back();
  Flow inner = c.flows.back();
  c.flows.pop_back();
  if (inner.finish()) c.unsettled = true;
  Flow& outer = flow();
  const float natural_width = inner.used_width() + open.style.left + open.style.right;
  const float natural_height =
      std::max(open.style.min_height, inner.used_height() + open.style.top + open.style.bottom);
  if (remember(open.id).store(natural_width, natural_height)) c.unsettled = true;
  Rect final = open.place;
  final.h = natural_height;
  if (open.style.stretch && outer.stretch_to() > final.bottom()) final.h = outer.stretch_to() - final.y;
  outer.take(open.place, natural_width, natural_height, open.style.apart);
  return final;
}

}  // namespace mingbai::ui
