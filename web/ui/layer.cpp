#include "web/ui/layer.h"

#include "imgui.h"
#include "imgui_internal.h"
#include "web/ui/paint.h"

namespace mingbai::ui {
namespace {

constexpr ImGuiWindowFlags layer_flags =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
    ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing |
    ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse;

}  // namespace

void open_layer(const char* name, Rect view, Point offset) {
  ImGui::SetNextWindowPos({view.x, view.y});
  ImGui::SetNextWindowSize({view.w, view.h});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, ImVec2(1, 1));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.f);
  ImGui::Begin(name, nullptr, layer_flags);
  ImGui::PopStyleVar(3);
  // Dear ImGui puts a new window that is not to come forward when focused behind all others.
  if (ImGui::IsWindowAppearing()) ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  context().layers.push_back({ImGui::GetWindowDrawList(), offset, view, {}});
}

void close_layer() {
  paint_rings();
  context().layers.pop_back();
  ImGui::End();
}

void raise_layer() { ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow()); }

}  // namespace mingbai::ui
