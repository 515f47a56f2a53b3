// What one picture is made with: the theme, the open scopes, the recorded nodes, the person's actions.
//
// There is one, as Dear ImGui has one: `context()`. Only web/ui and web/platform include this; screens do
// not. A frame is begin_pass … end_pass, repeated (at most four times) while end_pass says that sizes
// remembered from the pass before were wrong; only the last pass is painted.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "web/ui/actions.h"
#include "web/ui/colour.h"
#include "web/ui/flow.h"
#include "web/ui/recorder.h"
#include "web/ui/sheet.h"
#include "web/ui/theme.h"

struct ImDrawList;

namespace mingbai::ui {

struct Ring {
  Rect around;
  float corner;
};

// A surface of its own over the ones before: the document, a bar, a dialog, messages.
struct Layer {
  ImDrawList* list = nullptr;
  Point offset;  // from layout coordinates to the view's
  Rect clip;     // in the view
  std::vector<Ring> rings;
};

struct Message {  // a toast
  std::string key, words, action;
  bool fault = false;
  double until_ms = 0;
};

struct Context {
  Theme theme, next_theme;
  bool more_contrast = false;  // what the system asks for
  float view_width = 1280, view_height = 800, density = 1, scroll = 0;
  float bottom_reserved = 0, bottom_reserved_before = 0;  // fixed bars of this pass and of the pass before
  double now_ms = 0;
  int frame = 0;
  bool pointer_present = false;

  std::vector<Layer> layers;
  std::vector<Flow> flows;
  std::vector<std::uint32_t> ids;       // open id scopes
  std::vector<std::uint32_t> ordinals;  // unnamed things so far, a scope
  std::vector<Surface> surfaces;
  std::unordered_map<std::uint32_t, Remembered> memory;
  std::unordered_map<std::uint32_t, float> eased;

  Recorder recorder;
  std::vector<Node> shown;  // as the page has them
  Actions actions;
  std::vector<Message> messages;
  std::string pressed_message, announcement;
  NodeId wanted_focus = 0;
  float wanted_scroll = -1;
  float document_height = 0;

  bool unsettled = false;
  double next_frame_ms = -1;  // when something moves by itself; -1: never
};

Context& context();

void begin_pass();
bool end_pass();   // true: lay out again before showing
void end_frame();  // forgets what nobody used

Flow& flow();
Layer& layer();
Surface surface();
inline bool on_deep() { return surface() == Surface::deep; }

NodeId id_of(std::string_view label, std::string_view key = {});
NodeId next_id();  // of something without a name: its ordinal in the scope
void push_id(NodeId id);
void pop_id();

Remembered& remember(NodeId id);
void frame_within(double ms);

// A value that follows its target in `ms`; starts at the target the first time.
float eased(NodeId id, std::uint32_t channel, float target, float ms);

float sheet_distance();  // 24, on phones 16

Rect place(float width, float height);  // a place of natural width
Rect place_wide(float height);          // a place as wide as the scope
float snapped(float value);             // to the device's pixels

void draw_disc(int number, Point centre, float diameter, Colour ring, Colour ground);

}  // namespace mingbai::ui
