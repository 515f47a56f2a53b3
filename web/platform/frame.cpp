// The functions the page calls. A picture is drawn when the page asks for one: events ask, nothing else does.
#include <emscripten.h>

#include <algorithm>
#include <cfloat>
#include <string_view>

#include "imgui.h"
#include "imgui_internal.h"
#include "web/platform/graphics.h"
#include "web/platform/page_calls.h"
#include "web/platform/session.h"
#include "web/ui/context.h"
#include "web/ui/fonts.h"
#include "web/ui/semantics_patch.h"

namespace mingbai::screens {

void start();
void frame();
void on_event(std::string_view json);
void on_route(std::string_view hash);
void tell_rest_missing();

}  // namespace mingbai::screens

namespace mingbai::platform {
namespace {

constexpr int most_passes = 4;
constexpr float seconds_between_passes = 1e-5f, longest_step_s = 0.1f;

ui::Theme told_look;
bool look_told = false;

void set_up_imgui() {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = io.LogFilename = nullptr;
  io.BackendPlatformName = "mingbai";
  io.Fonts->TexMinWidth = io.Fonts->TexMinHeight = 512;
  ImGuiStyle& style = ImGui::GetStyle();
  style.AntiAliasedLinesUseTex = false;
  style.CircleTessellationMaxError = 0.1f;
}

void take_measures(double now_ms, float width, float height, float density, float scroll) {
  ui::Context& c = ui::context();
  ImGuiIO& io = ImGui::GetIO();
  const double elapsed = (now_ms - c.now_ms) / 1000;
  io.DeltaTime = std::min(longest_step_s, std::max(0.001f, static_cast<float>(elapsed)));
  io.DisplaySize = {width, height};
  io.DisplayFramebufferScale = {density, density};
  ImGui::GetDrawListSharedData()->InitialFringeScale = 1 / density;
  c.now_ms = now_ms;
  c.view_width = width;
  c.view_height = height;
  c.density = density;
  c.scroll = scroll;
}

// Lays out until the sizes remembered from the pass before hold.
void lay_out() {
  for (int pass = 1;; ++pass) {
    ImGui::NewFrame();
    ui::begin_pass();
    screens::frame();
    if (!ui::end_pass() || pass == most_passes) return ImGui::Render();
    ImGui::EndFrame();
    ImGui::GetIO().DeltaTime = seconds_between_passes;
  }
}

void tell_page() {
  ui::Context& c = ui::context();
  const ui::Theme& look = c.theme;
  if (!look_told || look.mode != told_look.mode || look.large != told_look.large ||
      look.language != told_look.language) {
    page_look(look.mode == ui::Mode::dark, look.large, look.language == Language::en);
    told_look = look;
    look_told = true;
  }
  const auto& nodes = c.recorder.nodes();
  if (const std::string patch = ui::semantics_patch(c.shown, nodes); !patch.empty()) {
    page_mirror(patch.data(), static_cast<int>(patch.size()));
    std::swap(c.shown, c.recorder.nodes());
  }
  page_document(c.document_height, c.wanted_scroll, c.wanted_focus);
  c.wanted_scroll = -1;
  c.wanted_focus = 0;
  for (const char32_t code : ui::missing_characters()) page_missing(static_cast<int>(code));
}

}  // namespace
}  // namespace mingbai::platform

using namespace mingbai;

extern "C" {

EMSCRIPTEN_KEEPALIVE int mingbai_set_up() {
  platform::set_up_imgui();
  return platform::start_graphics();
}

// Takes the bytes over.
EMSCRIPTEN_KEEPALIVE int mingbai_add_font(void* bytes, int count, int bold) {
  return ui::add_font(bytes, static_cast<std::size_t>(count), bold != 0);
}

EMSCRIPTEN_KEEPALIVE void mingbai_use_device_glyphs() {
  ui::set_device_glyphs([](char32_t code, const ui::DeviceGlyph& wanted) -> ui::DeviceAnswer {
    const double advance = page_glyph(static_cast<int>(code), wanted.em, wanted.side, wanted.left,
                                      wanted.baseline, wanted.bold, wanted.coverage.data());
    return {advance < 0 ? 1.f : static_cast<float>(advance), advance >= 0};
  });
}

EMSCRIPTEN_KEEPALIVE int mingbai_has_character(int code) {
  return ui::has_character(static_cast<char32_t>(code));
}

EMSCRIPTEN_KEEPALIVE void mingbai_policies(const char* text, int bytes) {
  platform::session().policies.assign(text, static_cast<std::size_t>(bytes));
}
EMSCRIPTEN_KEEPALIVE void mingbai_today(const char* text) { platform::session().today = text; }
// wishes: 1 less motion, 2 more contrast
EMSCRIPTEN_KEEPALIVE void mingbai_preferences(int dark, int large, int english, int wishes) {
  ui::set_theme({dark ? ui::Mode::dark : ui::Mode::light, large != 0, english ? Language::en : Language::zh,
                 (wishes & 1) != 0});
  ui::context().more_contrast = (wishes & 2) != 0;
}
EMSCRIPTEN_KEEPALIVE void mingbai_start() { screens::start(); }
// mingbai_rest_arrived is the other half's own (web/screens/rest_screens.cpp).
EMSCRIPTEN_KEEPALIVE void mingbai_rest_missing() { screens::tell_rest_missing(); }

// Returns when the next picture is due in ms: 0 at once, -1 when something happens. Not shown: it takes in what
// happened, and the next picture, which follows at once, shows what came of it and tells the page.
EMSCRIPTEN_KEEPALIVE double mingbai_frame(double now_ms, double width, double height, double density,
                                          double scroll, int shown) {
  platform::take_measures(now_ms, static_cast<float>(width), static_cast<float>(height),
                          static_cast<float>(density), static_cast<float>(scroll));
  const double from = emscripten_get_now();
  platform::lay_out();
  platform::session().layout_ms = emscripten_get_now() - from;
  if (shown) {
    platform::show_graphics(static_cast<int>(width * density + 0.5), static_cast<int>(height * density + 0.5),
                            ui::colour(ui::Token::mist));
    platform::tell_page();
  }
  ui::end_frame();
  return ui::context().next_frame_ms;
}

// From the first NewFrame to Render of the last picture.
EMSCRIPTEN_KEEPALIVE double mingbai_layout_ms() { return platform::session().layout_ms; }

// kind 0 moved, 1 pressed, 2 released, 3 gone
EMSCRIPTEN_KEEPALIVE void mingbai_pointer(int kind, double x, double y) {
  ImGuiIO& io = ImGui::GetIO();
  if (kind != 3) io.AddMousePosEvent(static_cast<float>(x), static_cast<float>(y));
  if (kind == 1 || kind == 2) io.AddMouseButtonEvent(0, kind == 1);
  if (kind == 3) {
    io.AddMouseButtonEvent(0, false);
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  }
}

EMSCRIPTEN_KEEPALIVE void mingbai_action(unsigned node, int kind, const char* value) {
  ui::context().actions.push(node, static_cast<ui::ActionKind>(kind), value);
}
EMSCRIPTEN_KEEPALIVE void mingbai_event(const char* json) { screens::on_event(json); }
EMSCRIPTEN_KEEPALIVE void mingbai_route(const char* hash) { screens::on_route(hash); }

EMSCRIPTEN_KEEPALIVE void mingbai_context_lost() { platform::graphics_lost(); }
EMSCRIPTEN_KEEPALIVE void mingbai_context_restored() { platform::graphics_restored(); }
// 0: this browser compiles our program and draws nothing.
EMSCRIPTEN_KEEPALIVE int mingbai_draws() { return platform::graphics_stand(); }
}
