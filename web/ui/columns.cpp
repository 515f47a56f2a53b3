#include <algorithm>
#include <numeric>

#include "web/ui/context.h"
#include "web/ui/layout.h"
#include "web/ui/scope.h"

namespace mingbai::ui {
namespace {

constexpr float sticky_margin = 24;

struct OpenColumns {
  NodeId id;
  ColumnsOptions options;
  Rect place;
  std::size_t next = 0;
  float x = 0, tallest = 0;
  float column_top = 0, column_width = 0;
  bool sticky = false;
  std::vector<float> widths, heights;
};

std::vector<OpenColumns>& open_columns() {
  static std::vector<OpenColumns> open;
  return open;
}

// Widths of all tracks: fixed as said, hugging as remembered, the rest shared.
std::vector<float> track_widths(const OpenColumns& c, const std::vector<float>& parts) {
  std::vector<float> widths;
  float left = c.place.w - c.options.gap * static_cast<float>(c.options.tracks.size() - 1), shares = 0;
  for (std::size_t i = 0; i < c.options.tracks.size(); ++i) {
    const Track& track = c.options.tracks[i];
    float width = track.value;
    if (track.kind == Track::hugging) width = i < parts.size() ? parts[i] : 0;
    if (track.kind == Track::share) shares += track.value, width = 0;
    left -= width;
    widths.push_back(width);
  }
  for (std::size_t i = 0; i < widths.size(); ++i)
    if (c.options.tracks[i].kind == Track::share)
      widths[i] = std::max(1.f, left * c.options.tracks[i].value / shares);
  return widths;
}

// How far a sticky column has to come down so that it stays in view, within the row.
float sticky_drop(float column_top, float height, float row_height) {
  const Context& c = context();
  const float room = c.view_height - c.bottom_reserved_before;
  const float margin = std::min(sticky_margin, room - height - sticky_margin);
  return std::clamp(c.scroll + margin - column_top, 0.f, std::max(0.f, row_height - height));
}

void close_column(OpenColumns& c) {
  if (c.next == 0) return;
  Context& ctx = context();
  Flow inner = ctx.flows.back();
  ctx.flows.pop_back();
  if (inner.finish()) ctx.unsettled = true;
  const float height = inner.used_height();
  if (c.sticky) ctx.recorder.close(std::max(1.f, height));
  c.widths.push_back(inner.used_width());
  c.heights.push_back(height);
  c.tallest = std::max(c.tallest, height);
  c.x += c.column_width + c.options.gap;
  pop_id();
}

}  // namespace

Columns::Columns(const ColumnsOptions& options) {
  const NodeId id = options.key.empty() ? next_id() : id_of(options.key);
  const Remembered& known = remember(id);
  OpenColumns c{.id = id, .options = options};
  c.place = flow().place({.width = flow().remaining_width(), .height = known.height, .fills = true});
  c.x = c.place.x;
  open_columns().push_back(std::move(c));
}

void Columns::next(const ColumnOptions& column) {
  OpenColumns& c = open_columns().back();
  Context& ctx = context();
  close_column(c);
  const Remembered& known = remember(c.id);
  const Remembered& heights = remember(c.id ^ 0x68u);
  const std::size_t index = c.next++;
  const auto widths = track_widths(c, known.parts);
  const Track& track = c.options.tracks[index];
  c.column_width = widths[index];
  const float own_height = index < heights.parts.size() ? heights.parts[index] : 0;
  const float slack = std::max(0.f, known.height - own_height);
  float drop = c.options.align == Align::centre ? slack / 2 : c.options.align == Align::end ? slack : 0;
  c.sticky = column.sticky;
  if (column.sticky) drop = sticky_drop(c.place.y, own_height, known.height);
  const float y = c.place.y + snapped(drop);
  const bool hugs = track.kind == Track::hugging;
  Flow::Start start{.x = c.x, .y = y, .width = hugs ? c.place.w : c.column_width, .apart = sheet_distance()};
  start.align_width = c.column_width;
  start.stretch_to = known.height > 0 ? c.place.y + known.height : -1;
  ctx.flows.emplace_back(start);
  const NodeId id = c.id + 7919u * static_cast<NodeId>(index + 1);
  if (column.sticky) {
    Node node;
    node.id = id;
    node.role = Role::plain;
    ctx.recorder.open(std::move(node), {c.x, y, c.column_width, own_height});
  }
  push_id(id);
}

Columns::~Columns() {
  OpenColumns c = std::move(open_columns().back());
  close_column(c);
  open_columns().pop_back();
  Context& ctx = context();
  Remembered& known = remember(c.id);
  const bool widths_changed = known.store_parts(c.widths);
  const bool heights_changed = remember(c.id ^ 0x68u).store_parts(c.heights);
  const bool height_changed = known.store(c.place.w, c.tallest);
  if (widths_changed || heights_changed || height_changed) ctx.unsettled = true;
  flow().take(c.place, c.place.w, c.tallest);
}

}  // namespace mingbai::ui
