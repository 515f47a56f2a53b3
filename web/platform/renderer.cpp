#include "web/platform/renderer.h"

#include <GLES3/gl3.h>

#include <cstddef>
#include <cstring>
#include <vector>

#include "imgui.h"
#include "web/platform/page_calls.h"
#include "web/platform/painted.h"

namespace mingbai::platform {
namespace {

// Places of the program's inputs (web/page/early.js).
enum Slot : GLuint { place_slot, texture_slot, colour_slot, view_slot };

GLuint program = 0;
ChangedTiles tiles;

void set_corners(GLuint slot, GLint count, GLenum type, GLboolean normal, std::size_t offset) {
  glEnableVertexAttribArray(slot);
  glVertexAttribPointer(slot, count, type, normal, sizeof(ImDrawVert), reinterpret_cast<const void*>(offset));
}

GLuint name_of(const ImTextureData& texture) { return static_cast<GLuint>(texture.GetTexID()); }

void create(ImTextureData& texture) {
  GLuint name = 0;
  glGenTextures(1, &name);
  glBindTexture(GL_TEXTURE_2D, name);
  for (const GLenum filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
    glTexParameteri(GL_TEXTURE_2D, filter, GL_LINEAR);
  for (const GLenum wrap : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T})
    glTexParameteri(GL_TEXTURE_2D, wrap, GL_CLAMP_TO_EDGE);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, texture.Width, texture.Height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
               texture.GetPixels());
  texture.SetTexID(static_cast<ImTextureID>(name));
  texture.SetStatus(ImTextureStatus_OK);
}

void update(ImTextureData& texture) {
  static std::vector<unsigned char> rows;
  glBindTexture(GL_TEXTURE_2D, name_of(texture));
  for (const ImTextureRect& part : texture.Updates) {
    const std::size_t row =
        static_cast<std::size_t>(part.w) * static_cast<std::size_t>(texture.BytesPerPixel);
    rows.resize(row * part.h);
    for (int y = 0; y < part.h; ++y)
      std::memcpy(rows.data() + y * row, texture.GetPixelsAt(part.x, part.y + y), row);
    glTexSubImage2D(GL_TEXTURE_2D, 0, part.x, part.y, part.w, part.h, GL_RGBA, GL_UNSIGNED_BYTE, rows.data());
  }
  texture.SetStatus(ImTextureStatus_OK);
}

void destroy(ImTextureData& texture) {
  const GLuint name = name_of(texture);
  glDeleteTextures(1, &name);
  texture.SetTexID(ImTextureID_Invalid);
  texture.SetStatus(ImTextureStatus_Destroyed);
}

// What stands in a texture may have moved: nothing that was drawn from it is known to be right.
void keep_in_step(ImTextureData& texture) {
  if (texture.Status != ImTextureStatus_OK && texture.Status != ImTextureStatus_Destroyed) tiles.forget();
  if (texture.Status == ImTextureStatus_WantCreate) create(texture);
  if (texture.Status == ImTextureStatus_WantUpdates) update(texture);
  if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0) destroy(texture);
}

void cut_to(const PixelBox& box, int height) {
  glScissor(box.left, height - box.bottom, box.right - box.left, box.bottom - box.top);
}

// What is drawn anew of one list: its triangles that touch a changed part, part by part, command by command.
struct Drawn {
  PixelBox scissor;
  ImTextureID texture;
  std::size_t from, count;  // in the indices
};

void draw_changes(const ImDrawList& list, const PaintedList& painted, const std::vector<PixelBox>& changed,
                  int height) {
  static std::vector<ImDrawIdx> indices;
  static std::vector<Drawn> all;
  indices.clear();
  all.clear();
  for (const PixelBox& part : changed)
    for (const PaintedCommand& command : painted.commands) {
      if (!command.clip.touches(part)) continue;
      const std::size_t from = indices.size();
      for (std::size_t i = 0; i < command.triangles; ++i)
        if (painted.boxes[command.first + i].touches(part)) {
          const ImDrawIdx* const corners = list.IdxBuffer.Data + command.indices + 3 * i;
          indices.insert(indices.end(), corners, corners + 3);
        }
      if (indices.size() > from)
        all.push_back({common(part, command.clip), command.texture, from, indices.size() - from});
    }
  if (all.empty()) return;
  glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(indices.size() * sizeof(ImDrawIdx)),
               indices.data(), GL_STREAM_DRAW);
  constexpr GLenum index_type = sizeof(ImDrawIdx) == 2 ? GL_UNSIGNED_SHORT : GL_UNSIGNED_INT;
  for (const Drawn& one : all) {
    cut_to(one.scissor, height);
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(one.texture));
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(one.count), index_type,
                   reinterpret_cast<const void*>(one.from * sizeof(ImDrawIdx)));
  }
}

}  // namespace

void start_renderer() {
  ImGuiIO& io = ImGui::GetIO();
  io.BackendRendererName = "mingbai";
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  program = page_program();
  tiles.forget();

  GLuint arrays = 0, buffers[2] = {};
  glGenVertexArrays(1, &arrays);
  glBindVertexArray(arrays);
  glGenBuffers(2, buffers);
  glBindBuffer(GL_ARRAY_BUFFER, buffers[0]);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, buffers[1]);
  set_corners(place_slot, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, pos));
  set_corners(texture_slot, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, uv));
  set_corners(colour_slot, 4, GL_UNSIGNED_BYTE, GL_TRUE, offsetof(ImDrawVert, col));
  glEnable(GL_BLEND);
  glBlendEquation(GL_FUNC_ADD);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
}

bool renderer_stands() {
  GLint linked = 0;
  glGetProgramiv(program, GL_LINK_STATUS, &linked);
  return linked != 0;
}

void render(ImDrawData* data, int width, int height, unsigned background) {
  if (data->Textures != nullptr)
    for (ImTextureData* texture : *data->Textures) keep_in_step(*texture);
  if (width <= 0 || height <= 0) return;
  tiles.begin(width, height);
  tiles.paint({0, 0, width, height}, background);
  const std::vector<PaintedList>& painted = read_painted(*data, tiles);
  const std::vector<PixelBox> changed = tiles.end();
  if (changed.empty()) return;
  glUseProgram(program);
  glViewport(0, 0, width, height);
  glVertexAttrib4f(view_slot, 2 / data->DisplaySize.x, -2 / data->DisplaySize.y, -1, 1);
  const auto part = [&](int shift) { return static_cast<float>(background >> shift & 255) / 255.f; };
  glClearColor(part(0), part(8), part(16), 1);
  glEnable(GL_SCISSOR_TEST);
  for (const PixelBox& box : changed) {
    cut_to(box, height);
    glClear(GL_COLOR_BUFFER_BIT);
  }
  for (int i = 0; i < data->CmdLists.Size; ++i)
    draw_changes(*data->CmdLists[i], painted[static_cast<std::size_t>(i)], changed, height);
  glDisable(GL_SCISSOR_TEST);
}

void forget_textures() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->RefCount != 1) continue;
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
}

}  // namespace mingbai::platform
