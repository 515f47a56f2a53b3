#include "web/platform/graphics.h"

#include <GLES3/gl3.h>
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
  wanted.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
  wanted.enableExtensionsByDefault = false;  // each costs a question to the drawing process; none is used
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE handle = emscripten_webgl_create_context(canvas, &wanted);
  if (handle <= 0) return false;
  emscripten_webgl_make_context_current(handle);
  start_renderer();
  return ready = true;
}

void show_graphics(int width, int height, unsigned background) {
  if (!ready) return;
  const auto part = [&](int shift) { return static_cast<float>(background >> shift & 255) / 255.f; };
  glViewport(0, 0, width, height);
  glClearColor(part(0), part(8), part(16), 1);
  glClear(GL_COLOR_BUFFER_BIT);
  render(ImGui::GetDrawData());
}

bool graphics_stand() { return renderer_stands(); }

void graphics_lost() { ready = false; }

void graphics_restored() {
  forget_textures();
  start_renderer();
  ready = true;
}

}  // namespace mingbai::platform
