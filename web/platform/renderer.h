// Draws what Dear ImGui has laid out, on the page's WebGL 2 context, for the life of that context.
//
// It asks the context nothing: every question to the drawing process makes the page wait for it, and the
// first picture waited for thirty (docs/decisions/0014-the-renderer-asks-nothing.md). So it keeps no state of
// others (there are none), and the program, begun by web/page/early.js, has no uniforms; whether it stands is
// asked once, afterwards.
#pragma once

struct ImDrawData;

namespace mingbai::platform {

void start_renderer();   // in a fresh context
bool renderer_stands();  // asks, and waits: not before the first pictures are out
struct Background {
  float red, green, blue;
};
// Draws in device pixels what has changed since the picture before, and nothing when nothing has: the page
// keeps what was drawn (docs/decisions/0023-only-what-changed-is-drawn.md).
void render(ImDrawData*, int width, int height, unsigned background);
void forget_textures();  // the context is lost, and all names with it: what is drawn next makes them again

}  // namespace mingbai::platform
