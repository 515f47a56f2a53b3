#pragma once
// Documents of filings (附件材料), kept beside them in the database: so one backup holds both, every server process sees both,
// and what is acknowledged is committed. Contents stand once, under the SHA-256 of what is kept.
//
// An upload arrives in parts of `part_bytes`, in any order and any number of times; it is an attachment only when all parts
// are there and the whole is what was announced. Until then nobody but its sender hears of it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/filing/attachment/attachment.h"
#include "core/store/database.h"
#include "core/sync/instant.h"

namespace mingbai::store {

inline constexpr std::int64_t part_bytes = 256 << 10;
inline constexpr std::int64_t attachments_most = 24;  // of one filing

struct Attachment {
  std::string id;      // 32 hexadecimal digits
  std::string filing;
  std::int64_t account = 0;  // who sends it
  std::string document;      // the key of the document it shows, "identity_card"
  std::string name;
  std::int64_t bytes = 0;    // announced; of what is kept once it is
  std::string sent_sha256;   // of what was announced
  bool kept = false;
  std::string media, sha256;  // of what is kept
  sync::Milliseconds at = 0;
};

Result<std::optional<Attachment>> find_attachment(Database&, std::string_view id);
// The upload of the same bytes for the same document of the filing, whatever became of it.
Result<std::optional<Attachment>> same_upload(Database&, const Attachment&);
Result<std::vector<Attachment>> attachments_of(Database&, std::string_view filing);  // those kept, oldest first
Result<std::int64_t> uploads_of(Database&, std::string_view filing);                 // all of them

Result<void> announce_attachment(Database&, const Attachment&);
Result<void> keep_part(Database&, const Attachment&, std::int64_t ordinal, std::string_view bytes);
Result<std::vector<std::int64_t>> parts_of(Database&, std::string_view id);
Result<std::string> joined_parts(Database&, std::string_view id);

// The whole is there and clean: it is kept, its parts go. With its entry in the audit log.
Result<Attachment> keep_attachment(Database&, const Attachment&, const filing::CleanAttachment&, const std::string& role,
                                   sync::Milliseconds now);
Result<void> drop_upload(Database&, std::string_view id);  // of what may not be kept
Result<std::string> content_of(Database&, std::string_view sha256);

}  // namespace mingbai::store
