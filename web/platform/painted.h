// What a picture of Dear ImGui's paints, triangle by triangle, in device pixels: told to the squares it falls
// into, and kept, so that drawing a part takes only the triangles that touch it.
#pragma once

#include <cstdint>
#include <vector>

#include "imgui.h"
#include "web/platform/changed_tiles.h"

namespace mingbai::platform {

struct PaintedCommand {
  PixelBox clip;
  ImTextureID texture;
  std::size_t indices;           // where its first corner stands in the list's indices
  std::size_t first, triangles;  // in the list's boxes
};

struct PaintedList {
  std::vector<PaintedCommand> commands;
  std::vector<PixelBox> boxes;  // of each triangle, within its clip; nothing where it is wholly outside
};

PixelBox common(const PixelBox&, const PixelBox&);

// As many as the picture has lists; valid until the next call.
const std::vector<PaintedList>& read_painted(const ImDrawData&, ChangedTiles&);

}  // namespace mingbai::platform
