#include "web/platform/painted.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace mingbai::platform {
namespace {

std::uint64_t mixed(std::uint64_t into, std::uint64_t what) {
  into = (into ^ what) * 0x9fb21c651e98df25u;
  return into ^ into >> 32;
}

std::uint64_t pair(const ImVec2& both) {
  return std::uint64_t{std::bit_cast<std::uint32_t>(both.x)} << 32 | std::bit_cast<std::uint32_t>(both.y);
}

std::uint64_t number(const PixelBox& box) {
  const auto half = [](int a, int b) {
    return std::uint64_t{static_cast<std::uint32_t>(a)} << 32 | static_cast<std::uint32_t>(b);
  };
  return mixed(half(box.left, box.top), half(box.right, box.bottom));
}

struct Corner {
  float x, y;  // device pixels
  std::uint64_t what;
};

PixelBox box_of(const Corner& a, const Corner& b, const Corner& c) {
  return {static_cast<int>(std::floor(std::min({a.x, b.x, c.x}))),
          static_cast<int>(std::floor(std::min({a.y, b.y, c.y}))),
          static_cast<int>(std::ceil(std::max({a.x, b.x, c.x}))),
          static_cast<int>(std::ceil(std::max({a.y, b.y, c.y})))};
}

void read(const ImDrawList& list, ImVec2 scale, PaintedList& painted, ChangedTiles& tiles) {
  static std::vector<Corner> corners;
  corners.clear();
  for (const ImDrawVert& vertex : list.VtxBuffer)
    corners.push_back({vertex.pos.x * scale.x, vertex.pos.y * scale.y,
                       mixed(mixed(pair(vertex.pos), pair(vertex.uv)), vertex.col)});
  painted.commands.clear();
  painted.boxes.clear();
  for (const ImDrawCmd& command : list.CmdBuffer) {
    const auto pixel = [](float value, float by) { return static_cast<int>(value * by); };
    const PixelBox clip = {pixel(command.ClipRect.x, scale.x), pixel(command.ClipRect.y, scale.y),
                           pixel(command.ClipRect.z, scale.x), pixel(command.ClipRect.w, scale.y)};
    if (command.UserCallback != nullptr || clip.right <= clip.left || clip.bottom <= clip.top) continue;
    const std::size_t triangles = command.ElemCount / 3, first = painted.boxes.size();
    painted.commands.push_back({clip, command.GetTexID(), command.IdxOffset, first, triangles});
    const std::uint64_t through = mixed(number(clip), command.GetTexID());
    const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
    for (std::size_t i = 0; i < triangles; ++i, index += 3) {
      const Corner &a = corners[index[0]], &b = corners[index[1]], &c = corners[index[2]];
      const PixelBox box = common(box_of(a, b, c), clip);
      painted.boxes.push_back(box);
      tiles.paint(box, mixed(mixed(mixed(through, a.what), b.what), c.what));
    }
  }
}

}  // namespace

PixelBox common(const PixelBox& a, const PixelBox& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
          std::min(a.bottom, b.bottom)};
}

const std::vector<PaintedList>& read_painted(const ImDrawData& data, ChangedTiles& tiles) {
  static std::vector<PaintedList> lists;
  lists.resize(static_cast<std::size_t>(data.CmdLists.Size));
  for (int i = 0; i < data.CmdLists.Size; ++i)
    read(*data.CmdLists[i], data.FramebufferScale, lists[static_cast<std::size_t>(i)], tiles);
  return lists;
}

}  // namespace mingbai::platform
