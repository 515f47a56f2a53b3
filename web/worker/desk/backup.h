#pragma once
// A backup (备份文件): what stands on this device only, as one file that another device reads. Its form is docs/formats/backup.md:
// a line with the length and SHA-256 of the index, the index as JSON, then the papers, one behind the other.
//
// An unsent filing is in it as a draft under its own id, an edit as a draft of that edit. Nothing of a file is believed before
// its sums agree; what is wrong with it is a finding each, and then nothing of it is used. It is read part by part: never more
// than the index or one paper is in memory.
//
//   auto backup = open_backup(file);
//   if (auto wrong = faults_of(*backup, file); wrong.empty()) … read_paper(*backup, 0, file) …
//
// Faults: unreadable_file, not_a_backup, backup_newer, backup_cut, backup_damaged.

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "core/base/finding.h"
#include "core/store/device_drafts.h"
#include "core/store/device_papers.h"
#include "web/worker/desk/file_source.h"

namespace mingbai::worker {

inline constexpr std::int64_t backup_index_bytes_most = 16 << 20;
inline constexpr std::size_t backup_drafts_most = 500;

struct Backup {
  std::vector<store::Draft> drafts;
  std::vector<store::Paper> papers;  // their content follows in this order
  std::int64_t papers_at = 0;        // where in the file
};

// The file up to its papers.
std::string backup_head(const Backup&);

std::expected<Backup, Finding> open_backup(FileSource&);

// All papers are there and are what they were.
Findings faults_of(const Backup&, FileSource&);

// Nothing when it is not what it was.
std::optional<std::string> read_paper(const Backup&, std::size_t index, FileSource&);

}  // namespace mingbai::worker
