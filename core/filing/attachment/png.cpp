// PNG (ISO/IEC 15948): a signature, then chunks with a length, a name, content and a check sum.
#include <array>

#include "core/filing/attachment/picture.h"

namespace mingbai::filing {
namespace {

constexpr std::size_t signature_size = 8, frame_size = 12;  // length, name, check sum

constexpr std::array<std::uint32_t, 256> remainders = [] {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t byte = 0; byte < 256; ++byte) {
    std::uint32_t value = byte;
    for (int bit = 0; bit < 8; ++bit) value = value & 1 ? 0xEDB88320u ^ value >> 1 : value >> 1;
    table[byte] = value;
  }
  return table;
}();

std::uint32_t check_sum(std::string_view bytes) {
  std::uint32_t value = ~0u;
  for (const char c : bytes) value = remainders[(value ^ static_cast<unsigned char>(c)) & 0xFF] ^ value >> 8;
  return ~value;
}

// What a picture is made of, and what says how its colours are meant.
bool is_needed(std::string_view name) {
  for (const std::string_view needed : {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB"}) {
    if (name == needed) return true;
  }
  return false;
}

bool is_critical(std::string_view name) { return name[0] >= 'A' && name[0] <= 'Z'; }

}  // namespace

std::expected<Picture, FileFault> clean_png(std::string_view bytes) {
  const auto damaged = std::unexpected(FileFault::damaged);
  Picture out;
  out.bytes = bytes.substr(0, signature_size);
  bool drawn = false;
  for (std::size_t at = signature_size; bytes.size() - at >= frame_size;) {
    const std::size_t length = big32(bytes, at);
    if (length > bytes.size() - at - frame_size) return damaged;
    const std::string_view name = bytes.substr(at + 4, 4), chunk = bytes.substr(at, length + frame_size);
    if (check_sum(chunk.substr(4, length + 4)) != big32(chunk, length + 8)) return damaged;
    const bool first = at == signature_size;
    if (first != (name == "IHDR")) return damaged;
    if (first) {
      if (length != 13) return damaged;
      out.width = big32(chunk, 8);
      out.height = big32(chunk, 12);
    }
    if (is_critical(name) && !is_needed(name)) return damaged;
    drawn |= name == "IDAT";
    if (is_needed(name)) out.bytes += chunk;
    if (name == "IEND") return drawn && length == 0 ? std::expected<Picture, FileFault>(std::move(out)) : damaged;
    at += chunk.size();
  }
  return damaged;
}

}  // namespace mingbai::filing
