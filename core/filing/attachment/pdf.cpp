// PDF (ISO 32000-1), as far as one can read it without unpacking anything: what starts something is refused, and so is what
// could hide it.
#include <algorithm>
#include <array>

#include "core/filing/attachment/picture.h"

namespace mingbai::filing {
namespace {

// Names that make a document more than pages to look at.
constexpr std::array<std::string_view, 14> active = {"JavaScript", "JS",       "Launch",   "OpenAction",   "AA",
                                                     "RichMedia",  "XFA",      "SubmitForm", "ImportData", "GoToE",
                                                     "EmbeddedFile", "EmbeddedFiles", "Movie", "Sound"};
// Names that keep parts of it out of sight.
constexpr std::array<std::string_view, 3> hiding = {"Encrypt", "ObjStm", "XRef"};

bool is_regular(char c) {
  return static_cast<unsigned char>(c) > ' ' && std::string_view("()<>[]{}/%").find(c) == std::string_view::npos;
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// "/Java#53cript" is "/JavaScript".
std::string name_at(std::string_view bytes, std::size_t slash) {
  std::string name;
  for (std::size_t at = slash + 1; at < bytes.size() && is_regular(bytes[at]) && name.size() < 40; ++at) {
    if (bytes[at] == '#' && at + 2 < bytes.size() && hex(bytes[at + 1]) >= 0 && hex(bytes[at + 2]) >= 0) {
      name += static_cast<char>(hex(bytes[at + 1]) * 16 + hex(bytes[at + 2]));
      at += 2;
    } else {
      name += bytes[at];
    }
  }
  return name;
}

bool blank(char c) { return c == ' ' || c == '\r' || c == '\n' || c == '\t' || c == '\f' || c == '\0'; }

// The strings of a dictionary that begins at `at` become spaces; where it ends. Its length stays, so every offset holds.
void blank_strings(std::string& bytes, std::size_t at) {
  int depth = 0;
  for (; at + 1 < bytes.size(); ++at) {
    const std::string_view two(bytes.data() + at, 2);
    if (two == "<<") {
      ++depth, ++at;
    } else if (two == ">>") {
      if (--depth == 0) return;
      ++at;
    } else if (bytes[at] == '(') {
      int open = 1;
      for (++at; at < bytes.size() && open > 0; ++at) {
        const char c = bytes[at];
        if (c == '\\' && at + 1 < bytes.size()) {
          bytes[at] = bytes[at + 1] = ' ';
          ++at;
          continue;
        }
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (open > 0) bytes[at] = ' ';
      }
      --at;
    } else if (bytes[at] == '<') {
      for (++at; at < bytes.size() && bytes[at] != '>'; ++at) bytes[at] = '0';
    }
  }
}

// "12 0 R" after /Info: the object "12 0 obj" is the document information.
void blank_information(std::string& bytes) {
  constexpr std::string_view key = "/Info";
  for (std::size_t at = bytes.find(key); at != bytes.npos; at = bytes.find(key, at + key.size())) {
    std::size_t from = at + key.size();
    while (from < bytes.size() && blank(bytes[from])) ++from;
    if (bytes.compare(from, 2, "<<") == 0) blank_strings(bytes, from);
    std::size_t to = from;
    while (to < bytes.size() && bytes[to] >= '0' && bytes[to] <= '9') ++to;
    if (to == from) continue;
    const std::string object = bytes.substr(from, to - from) + " ";
    for (std::size_t found = bytes.find(object); found != bytes.npos; found = bytes.find(object, found + 1)) {
      const bool whole = found == 0 || !(bytes[found - 1] >= '0' && bytes[found - 1] <= '9');
      const std::size_t body = bytes.find("obj", found);
      if (whole && body != bytes.npos && body - found < object.size() + 10) {
        const std::size_t dictionary = bytes.find("<<", body);
        if (dictionary != bytes.npos && dictionary - body < 16) blank_strings(bytes, dictionary);
      }
    }
  }
}

// The streams of metadata (XMP) become spaces.
void blank_metadata(std::string& bytes) {
  for (std::size_t at = bytes.find("/Metadata"); at != bytes.npos; at = bytes.find("/Metadata", at + 1)) {
    const std::size_t open = bytes.find("stream", at), close = bytes.find("endobj", at);
    if (open == bytes.npos || close == bytes.npos || open > close) continue;
    const std::size_t stop = bytes.find("endstream", open + 6);
    if (stop == bytes.npos) continue;
    for (std::size_t i = open + 6; i < stop; ++i) {
      if (!blank(bytes[i])) bytes[i] = ' ';
    }
  }
}

}  // namespace

std::expected<Picture, FileFault> clean_pdf(std::string_view bytes) {
  constexpr std::string_view closing = "%%EOF";
  const std::size_t last = bytes.rfind(closing);
  if (last == bytes.npos || bytes.find("obj") == bytes.npos) return std::unexpected(FileFault::damaged);
  const std::string_view document = bytes.substr(0, last + closing.size());
  bool hides = false;
  for (std::size_t at = document.find('/'); at != document.npos; at = document.find('/', at + 1)) {
    const std::string name = name_at(document, at);
    if (std::ranges::find(active, name) != active.end()) return std::unexpected(FileFault::active);
    hides |= std::ranges::find(hiding, name) != hiding.end();
  }
  if (hides) return std::unexpected(FileFault::unreadable);
  Picture out{.bytes = std::string(document)};
  blank_information(out.bytes);
  blank_metadata(out.bytes);
  out.bytes += '\n';
  return out;
}

}  // namespace mingbai::filing
