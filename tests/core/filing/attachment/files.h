#pragma once
// Small files of the kinds that are handed in, made here byte by byte; nothing in them is anybody's.

#include <cstdint>
#include <string>

namespace mingbai::filing {

inline std::string big(std::uint32_t value, int bytes) {
  std::string out;
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out += static_cast<char>(value >> shift);
  return out;
}

inline std::string segment(int marker, const std::string& content) {
  return std::string("\xFF") + static_cast<char>(marker) + big(static_cast<std::uint32_t>(content.size() + 2), 2) + content;
}

inline std::string exif_segment(int orientation, const std::string& more) {
  const std::string entry = big(0x0112, 2) + big(3, 2) + big(1, 4) + big(static_cast<std::uint32_t>(orientation), 2) + big(0, 2);
  return segment(0xE1, std::string("Exif\0\0", 6) + "MM" + big(42, 2) + big(8, 4) + big(1, 2) + entry + big(0, 4) + more);
}

inline std::string jpeg(std::uint32_t width, std::uint32_t height, const std::string& extra = "") {
  return "\xFF\xD8" + segment(0xE0, std::string("JFIF\0\1\1\0\0\1\0\1\0\0", 14)) + extra + segment(0xDB, std::string(65, '\1')) +
         segment(0xC0, big(8, 1) + big(height, 2) + big(width, 2) + big(1, 1) + std::string("\1\x11\0", 3)) +
         segment(0xDA, std::string("\1\1\0\0\x3F\0", 6)) + std::string("coded data\xFF\0 more", 17) + "\xFF\xD9";
}

inline std::string chunk(const std::string& name, const std::string& content) {
  std::uint32_t sum = ~0u;
  for (const char c : name + content) {
    sum ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) sum = sum & 1 ? 0xEDB88320u ^ sum >> 1 : sum >> 1;
  }
  return big(static_cast<std::uint32_t>(content.size()), 4) + name + content + big(~sum, 4);
}

inline std::string png(std::uint32_t width, std::uint32_t height, const std::string& extra = "") {
  return "\x89PNG\r\n\x1A\n" + chunk("IHDR", big(width, 4) + big(height, 4) + std::string("\x8\x2\0\0\0", 5)) + extra +
         chunk("IDAT", "packed rows") + chunk("IEND", "");
}

inline std::string pdf(const std::string& name) {
  return "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R " + name + (name.empty() ? "" : " 3 0 R") +
         " >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
         "4 0 obj\n<< /Author (An Author \\(here\\)) /Title <4142> >>\nendobj\n"
         "5 0 obj\n<< /Type /Metadata /Subtype /XML /Length 9 >>\nstream\nxmp words\nendstream\nendobj\n"
         "6 0 obj\n<< /Length 10 >>\nstream\npage words\nendstream\nendobj\n"
         "trailer\n<< /Root 1 0 R /Info 4 0 R >>\nstartxref\n0\n%%EOF\n";
}

}  // namespace mingbai::filing
