#pragma once
// What the readers of the single formats give back (jpeg.cpp, png.cpp, pdf.cpp). Internal to this folder.

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace mingbai::filing {

struct Picture {
  std::string bytes;
  std::uint32_t width = 0, height = 0;
};

enum class FileFault : std::uint8_t { damaged, active, unreadable };

std::expected<Picture, FileFault> clean_jpeg(std::string_view bytes);
std::expected<Picture, FileFault> clean_png(std::string_view bytes);
std::expected<Picture, FileFault> clean_pdf(std::string_view bytes);

inline std::uint32_t byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }
inline std::uint32_t big16(std::string_view bytes, std::size_t at) { return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1); }
inline std::uint32_t big32(std::string_view bytes, std::size_t at) { return big16(bytes, at) << 16 | big16(bytes, at + 2); }

}  // namespace mingbai::filing
