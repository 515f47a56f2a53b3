#pragma once
// Papers (待传材料): photos and PDFs that a person has added to a filing on this device, until the server has them.
//
// A paper belongs to a filing by its id, which is also the id of the draft the filing grows from: it is added to the draft
// and waits with it. Its content stands in parts as they travel and goes when the server has kept it, or when it was refused;
// the row stays and says what became of it. Every row names its account; an empty one is the device's.
//
//   add_paper(db, {.id = …, .filing = draft, .document = "identity_card", …}, clean.bytes);
//   next_paper(db, "zhang")            // the oldest that waits and whose filing the server has received

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/database.h"
#include "core/sync/instant.h"

namespace mingbai::store {

inline constexpr std::int64_t paper_part_bytes = 256 << 10;
inline constexpr std::int64_t papers_most = 24;  // of one filing, as the server has it

enum class PaperState : std::uint8_t { waiting, kept, refused };

std::string_view to_key(PaperState);

struct Paper {
  std::string id;
  std::string account;
  std::string filing;
  std::string document;  // the key of the document it shows, "identity_card"
  std::string name;
  std::string media;  // image/jpeg
  std::int64_t bytes = 0;
  std::string sha256;
  PaperState state = PaperState::waiting;
  std::string attachment;       // the server's id, once it is kept
  std::string findings = "[]";  // why it was refused, in both languages
  sync::Milliseconds added_at = 0;
  friend bool operator==(const Paper&, const Paper&) = default;
};

// Without content for one that was refused at once.
Result<void> add_paper(Database&, const Paper&, std::string_view content);
Result<void> delete_paper(Database&, std::string_view id);
Result<std::optional<Paper>> find_paper(Database&, std::string_view id);

// The account's and the device's own, in the order they were added.
Result<std::vector<Paper>> papers_of(Database&, std::string_view account);
Result<std::vector<Paper>> papers_for(Database&, std::string_view filing);

Result<std::optional<Paper>> next_paper(Database&, std::string_view account);
Result<std::string> paper_part(Database&, std::string_view id, std::int64_t ordinal);

// What the server said; the content goes.
Result<void> settle_paper(Database&, std::string_view id, PaperState, std::string_view attachment, std::string_view findings);

Result<void> delete_papers_for(Database&, std::string_view filing);
// The account's, and the device's.
Result<void> delete_papers_of(Database&, std::string_view account);

}  // namespace mingbai::store
