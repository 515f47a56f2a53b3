// The WebGL 2 context and Dear ImGui's renderer on it, for the life of the page.
#pragma once

namespace mingbai::platform {

bool start_graphics();                                           // false: this browser has no WebGL 2
void begin_graphics();                                           // before the first pass of a picture
void show_graphics(int width, int height, unsigned background);  // device pixels; after ImGui::Render
void graphics_lost();
bool graphics_restored();  // the same canvas has a fresh context: make every object again

}  // namespace mingbai::platform
