// JPEG (ITU-T T.81): markers with a length, then coded data up to the next marker.
#include <optional>

#include "core/filing/attachment/picture.h"

namespace mingbai::filing {
namespace {

constexpr std::uint32_t start = 0xD8, end = 0xD9, scan = 0xDA, exif = 0xE1, adobe = 0xEE, jfif = 0xE0, comment = 0xFE;

bool is_application(std::uint32_t marker) { return marker >= 0xE0 && marker <= 0xEF; }
bool is_restart(std::uint32_t marker) { return marker >= 0xD0 && marker <= 0xD7; }

// SOF0 to SOF15 without the tables between them.
bool is_frame(std::uint32_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

// Which segments a picture needs: tables, frames, scans; of the applications JFIF's and Adobe's, which say how the colours
// are meant.
bool is_needed(std::uint32_t marker, std::string_view content) {
  if (marker == jfif) return content.starts_with(std::string_view("JFIF\0", 5));
  if (marker == adobe) return content.starts_with("Adobe");
  return !is_application(marker) && marker != comment;
}

// The direction a photo was taken in (Exif 2.3, tag 0x0112), 1 to 8; nothing when it is not said.
std::optional<std::uint32_t> orientation(std::string_view content) {
  constexpr std::string_view name("Exif\0\0", 6);
  if (!content.starts_with(name)) return std::nullopt;
  content.remove_prefix(name.size());
  if (content.size() < 8) return std::nullopt;
  const bool little = content.starts_with("II");
  const auto word = [&](std::size_t at) {
    return little ? byte_at(content, at) | byte_at(content, at + 1) << 8 : big16(content, at);
  };
  const auto offset = [&](std::size_t at) { return little ? word(at) | word(at + 2) << 16 : word(at) << 16 | word(at + 2); };
  const std::size_t directory = offset(4);
  if (directory > content.size() || content.size() - directory < 2) return std::nullopt;
  const std::size_t count = word(directory);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = directory + 2 + 12 * i;
    if (entry + 12 > content.size()) return std::nullopt;
    if (word(entry) != 0x0112) continue;
    const std::uint32_t value = word(entry + 8);
    return value >= 1 && value <= 8 ? std::optional(value) : std::nullopt;
  }
  return std::nullopt;
}

// A segment that says the direction and nothing else.
std::string direction_segment(std::uint32_t value) {
  std::string out("\xFF\xE1\x00\x22" "Exif\0\0" "MM\x00\x2A\x00\x00\x00\x08" "\x00\x01" "\x01\x12\x00\x03\x00\x00\x00\x01", 28);
  out += '\0';
  out += static_cast<char>(value);
  out.append(6, '\0');
  return out;
}

// The end of coded data: the next marker that is neither a stuffed byte nor a restart.
std::size_t coded_end(std::string_view bytes, std::size_t at) {
  for (; at + 1 < bytes.size(); ++at) {
    if (byte_at(bytes, at) != 0xFF) continue;
    const std::uint32_t next = byte_at(bytes, at + 1);
    if (next != 0 && next != 0xFF && !is_restart(next)) return at;
  }
  return bytes.size();
}

}  // namespace

std::expected<Picture, FileFault> clean_jpeg(std::string_view bytes) {
  const auto damaged = std::unexpected(FileFault::damaged);
  Picture out;
  out.bytes = bytes.substr(0, 2);
  bool scanned = false;
  for (std::size_t at = 2; at + 1 < bytes.size();) {
    if (byte_at(bytes, at) != 0xFF) return damaged;
    const std::uint32_t marker = byte_at(bytes, at + 1);
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    if (marker == end) {
      if (!scanned) return damaged;
      out.bytes += "\xFF\xD9";
      return out;
    }
    if (marker == start || is_restart(marker) || at + 4 > bytes.size()) return damaged;
    const std::size_t length = big16(bytes, at + 2);
    if (length < 2 || length > bytes.size() - at - 2) return damaged;
    const std::string_view segment = bytes.substr(at, length + 2), content = segment.substr(4);
    if (is_frame(marker)) {
      if (content.size() < 6) return damaged;
      out.height = big16(content, 1);
      out.width = big16(content, 3);
    }
    if (is_needed(marker, content)) out.bytes += segment;
    if (marker == exif) {
      if (const auto direction = orientation(content); direction && *direction != 1) out.bytes += direction_segment(*direction);
    }
    at += segment.size();
    if (marker != scan) continue;
    scanned = true;
    const std::size_t until = coded_end(bytes, at);
    out.bytes += bytes.substr(at, until - at);
    at = until;
  }
  return damaged;
}

}  // namespace mingbai::filing
