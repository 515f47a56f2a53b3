#include "core/filing/attachment/attachment.h"

#include <optional>

#include "core/base/utf8.h"
#include "core/filing/attachment/picture.h"

namespace mingbai::filing {
namespace {

Finding told(const char* code, Text message, Text remedy) {
  return {.code = code, .fact = "attachment", .actual = {}, .allowed = {}, .message = std::move(message), .remedy = std::move(remedy), .source = {}};
}

std::unexpected<Findings> only(Finding finding) { return std::unexpected(Findings{std::move(finding)}); }

std::optional<Media> media_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xD8\xFF")) return Media::jpeg;
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return Media::png;
  if (bytes.starts_with("%PDF-")) return Media::pdf;
  return std::nullopt;
}

std::expected<Picture, FileFault> cleaned(std::string_view bytes, Media media) {
  switch (media) {
    case Media::jpeg:
      return clean_jpeg(bytes);
    case Media::png:
      return clean_png(bytes);
    case Media::pdf:
      return clean_pdf(bytes);
  }
  return std::unexpected(FileFault::damaged);
}

Finding explained(FileFault fault) {
  const Text photo = {"请换成照片（JPG、PNG），或另存为 PDF/A。", "Send a photo (JPG, PNG) or save it as PDF/A."};
  switch (fault) {
    case FileFault::damaged:
      return told("damaged_file", {"文件坏了或不完整。", "The file is damaged or incomplete."}, {"请重新拍照或重新导出。", "Take the photo or export the file again."});
    case FileFault::active:
      return told("active_content", {"PDF 里有脚本、动作或附带的文件。", "The PDF has scripts, actions or files in it."}, photo);
    case FileFault::unreadable:
      return told("unreadable_pdf", {"PDF 加了密或压缩过，看不清里面有什么。", "The PDF is encrypted or packed; what is in it cannot be seen."}, photo);
  }
  return {};
}

// Characters that change how a name is read (controls, those that turn the direction of writing), or that a file system
// keeps for itself.
bool misleads(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || std::u32string_view(U"<>:\"|?*").find(c) != std::u32string_view::npos;
}

std::size_t length_of(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

}  // namespace

std::string_view to_mime(Media media) {
  return media == Media::jpeg ? "image/jpeg" : media == Media::png ? "image/png" : "application/pdf";
}

std::string_view extension_of(Media media) { return media == Media::jpeg ? "jpg" : media == Media::png ? "png" : "pdf"; }

std::expected<CleanAttachment, Findings> clean_attachment(std::string_view bytes, const AttachmentLimits& limits) {
  if (bytes.empty()) return only(told("empty_file", {"文件是空的。", "The file is empty."}, {"请重新选一个文件。", "Choose another file."}));
  Findings findings;
  if (bytes.size() > limits.bytes_most) {
    const std::string most = std::to_string(limits.bytes_most >> 20);
    findings.push_back(told("too_large", {"文件超过 " + most + " MB。", "The file is larger than " + most + " MB."}, {"请拍小一点或分开上传。", "Send a smaller photo, or several files."}));
  }
  const auto media = media_of(bytes);
  if (!media) {
    findings.push_back(told("unknown_media", {"只收照片（JPG、PNG）和 PDF，看的是内容，不是名字。", "Only photos (JPG, PNG) and PDFs are taken, by content and not by name."},
                            {"请拍照或换成 PDF。", "Take a photo or send a PDF."}));
  }
  if (!findings.empty()) return std::unexpected(std::move(findings));
  auto picture = cleaned(bytes, *media);
  if (!picture) return only(explained(picture.error()));
  const std::uint64_t pixels = std::uint64_t{picture->width} * picture->height;
  const bool drawn = *media != Media::pdf;
  if (drawn && pixels == 0) return only(explained(FileFault::damaged));
  if (drawn && (pixels > limits.pixels_most || picture->width > limits.side_most || picture->height > limits.side_most)) {
    return only(told("too_many_pixels", {"照片尺寸太大。", "The picture has too many pixels."}, {"请缩小后再传。", "Make it smaller and send it again."}));
  }
  return CleanAttachment{*media, std::move(picture->bytes), picture->width, picture->height};
}

std::string safe_name(std::string_view given, Media media) {
  constexpr std::size_t most = 80;
  if (first_invalid_byte(given)) given = {};
  if (const auto slash = given.find_last_of("/\\"); slash != given.npos) given.remove_prefix(slash + 1);
  if (const auto dot = given.rfind('.'); dot != given.npos) given = given.substr(0, dot);
  std::string name;
  std::size_t count = 0;
  for (std::size_t at = 0; at < given.size() && count < most; at += length_of(given[at])) {
    const std::string_view one = given.substr(at, length_of(given[at]));
    if (misleads(to_code_points(one).front())) continue;
    name += one;
    ++count;
  }
  while (!name.empty() && (name.back() == '.' || name.back() == ' ')) name.pop_back();
  while (!name.empty() && (name.front() == '.' || name.front() == ' ')) name.erase(0, 1);
  return (name.empty() ? "document" : name) + "." + std::string(extension_of(media));
}

}  // namespace mingbai::filing
