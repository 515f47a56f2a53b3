// What Dear ImGui leaves out here, beyond the definitions of cmake/libraries.cmake: it opens no links by
// itself.
#pragma once

#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
