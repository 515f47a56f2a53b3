// The WebGL 2 context and Dear ImGui's renderer on it, for the life of the page.
#pragma once

namespace mingbai::platform {

bool start_graphics();                                           // false: this browser has no WebGL 2
void show_graphics(int width, int height, unsigned background);  // device pixels; after ImGui::Render
void graphics_lost();
bool graphics_stand();     // asks the drawing process, and waits for it: when the first pictures are out
void graphics_restored();  // the same canvas has a fresh context: make every object again

}  // namespace mingbai::platform
