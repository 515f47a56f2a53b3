#include "web/ui/context.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "imgui_internal.h"
#include "web/ui/laid_text.h"
#include "web/ui/layer.h"

namespace mingbai::ui {
namespace {

constexpr int memory_frames = 600, laid_frames = 120;

void start_flow(Context& c) {
  c.flows.clear();
  c.flows.emplace_back(Flow::Start{.x = 0, .y = 0, .width = c.view_width});
}

}  // namespace

Context& context() {
  static Context only;
  return only;
}

void begin_pass() {
  Context& c = context();
  c.theme = c.next_theme;
  c.unsettled = false;
  c.next_frame_ms = -1;
  c.bottom_reserved_before = c.bottom_reserved;
  c.bottom_reserved = 0;
  c.ids = {0x6d62u};
  c.ordinals = {0};
  c.surfaces = {Surface::outlined};
  c.layers.clear();
  c.recorder.restart();
  start_flow(c);
  open_layer("page", {0, 0, c.view_width, c.view_height}, {0, -snapped(c.scroll)});
}

bool end_pass() {
  Context& c = context();
  paint_toasts();
  c.recorder.finish();
  Node live;
  live.id = id_of("announcement");
  live.role = Role::status;
  live.pin = Pin::view;
  live.name = c.announcement;
  c.recorder.add(std::move(live), {0, 0, 1, 1});
  c.document_height = std::ceil(c.flows.front().used_height() + c.bottom_reserved);
  if (c.bottom_reserved != c.bottom_reserved_before) c.unsettled = true;
  close_layer();
  return c.unsettled;
}

Flow& flow() { return context().flows.back(); }
Layer& layer() { return context().layers.back(); }
Surface surface() { return context().surfaces.back(); }

NodeId id_of(std::string_view label, std::string_view key) {
  const std::string_view name = key.empty() ? label : key;
  return ImHashData(name.data(), name.size(), context().ids.back());
}

NodeId next_id() {
  Context& c = context();
  const std::uint32_t ordinal = ++c.ordinals.back();
  return ImHashData(&ordinal, sizeof ordinal, c.ids.back() ^ 0x9e3779b9u);
}

void push_id(NodeId id) {
  context().ids.push_back(id);
  context().ordinals.push_back(0);
}

void pop_id() {
  context().ids.pop_back();
  context().ordinals.pop_back();
}

Remembered& remember(NodeId id) {
  Remembered& known = context().memory[id];
  known.last_used = context().frame;
  return known;
}

void frame_within(double ms) {
  Context& c = context();
  if (c.next_frame_ms < 0 || ms < c.next_frame_ms) c.next_frame_ms = ms;
}

float eased(NodeId id, std::uint32_t channel, float target, float ms) {
  Context& c = context();
  const std::uint32_t key = id * 31 + channel;
  const auto [at, fresh] = c.eased.try_emplace(key, target);
  if (fresh || c.theme.reduced_motion) return at->second = target;
  const float step = ImGui::GetIO().DeltaTime * 1000 / ms;
  const float distance = target - at->second;
  if (std::fabs(distance) <= 0.002f) return at->second = target;
  at->second += distance * std::min(1.f, step * 2.5f);
  frame_within(0);
  return at->second;
}

Rect place(float width, float height) {
  const Rect where = flow().place({.width = width, .height = height});
  flow().take(where, where.w, height);
  return where;
}

Rect place_wide(float height) {
  const Rect where = flow().place({.width = flow().remaining_width(), .height = height, .fills = true});
  flow().take(where, where.w, height);
  return where;
}

float snapped(float value) {
  const float density = context().density;
  return std::round(value * density) / density;
}

void end_frame() {
  Context& c = context();
  ++c.frame;
  c.actions.clear();
  if (c.frame % memory_frames == 0)
    std::erase_if(c.memory, [&](const auto& one) { return one.second.last_used < c.frame - memory_frames; });
  if (c.frame % laid_frames == 0) forget_laid_text(c.frame - laid_frames);
}

}  // namespace mingbai::ui
