#pragma once
// A document handed in with a filing (附件材料): what kind of file it is by its content, whether it may be kept, and its
// bytes without what nobody asked for (place, device, author, hidden thumbnails, anything behind the end).
//
//   auto kept = clean_attachment(bytes, {});
//   kept->media == Media::jpeg; kept->bytes                  // to be named by their SHA-256
//
// A picture's pixels are never touched: segments and chunks that carry no picture are left out, the direction of a photo is
// kept. A PDF is kept when all of its objects can be read plainly, as in PDF/A-1 (ISO 19005-1): no scripts, no actions that
// start something, no embedded files, no encryption, no object streams; its document information is blanked in place.
// Bounded by the size of the input; nothing is ever unpacked. All faults at once.

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "core/base/finding.h"

namespace mingbai::filing {

enum class Media : std::uint8_t { jpeg, png, pdf };

std::string_view to_mime(Media);       // image/jpeg
std::string_view extension_of(Media);  // jpg

struct AttachmentLimits {
  std::size_t bytes_most = 10u << 20;
  std::uint64_t pixels_most = 60'000'000;
  std::uint32_t side_most = 16'000;
};

struct CleanAttachment {
  Media media = Media::jpeg;
  std::string bytes;
  std::uint32_t width = 0, height = 0;  // 0 for a PDF
};

// Faults: empty_file, too_large, unknown_media, damaged_file, too_many_pixels, active_content, unreadable_pdf.
std::expected<CleanAttachment, Findings> clean_attachment(std::string_view bytes, const AttachmentLimits&);

// A name as it may be shown and offered for saving: no path, no control or direction characters, at most 80 characters,
// ending as the content does.
std::string safe_name(std::string_view given, Media);

}  // namespace mingbai::filing
