#include "web/platform/graphics.h"

#include <emscripten/html5.h>

#include "imgui.h"
#include "web/platform/renderer.h"

namespace mingbai::platform {
namespace {

constexpr const char* canvas = "#canvas";
bool ready = false;

}  // namespace

bool start_graphics() {
  EmscriptenWebGLContextAttributes wanted;
  emscripten_webgl_init_context_attributes(&wanted);
  wanted.majorVersion = 2;
  wanted.alpha = wanted.depth = wanted.stencil = wanted.antialias = false;
  wanted.preserveDrawingBuffer = true;  // only what changed is drawn
  wanted.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
  wanted.enableExtensionsByDefault = false;  // each costs a question to the drawing process; none is used
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE handle = emscripten_webgl_create_context(canvas, &wanted);
  if (handle <= 0) return false;
  emscripten_webgl_make_context_current(handle);
  start_renderer();
  return ready = true;
}

void show_graphics(int width, int height, unsigned background) {
  if (ready) render(ImGui::GetDrawData(), width, height, background);
}

bool graphics_stand() { return renderer_stands(); }

void graphics_lost() { ready = false; }

void graphics_restored() {
  forget_textures();
  start_renderer();
  ready = true;
}

}  // namespace mingbai::platform
