#pragma once
// mingbai backup FILE [--data DIR]     all data as of now into a new file, also while the server runs
// mingbai restore FILE [--data DIR]    a backup into a folder that holds no data yet
//
// Neither ever overwrites anything. A backup gets its name only once it is whole, proven and on the disk; a
// restored database likewise. What was acknowledged before the backup began is in it. The file holds
// everything the server holds, so it is readable by its owner alone; keep it as carefully.
//
// Both print one JSON line: {"file", "bytes", "schema", "accounts", "filings", "sequence"}; `sequence` is the
// last one given. Exit codes: 0 done; 1 nothing was done, with the reason on standard error; 2 the call was
// wrong.

#include <span>
#include <string>

namespace mingbai::cli {

inline constexpr const char* backup_usage = "mingbai backup FILE  [--data DIR]";
inline constexpr const char* restore_usage = "mingbai restore FILE  [--data DIR]";

int run_backup(std::span<const std::string> words);
int run_restore(std::span<const std::string> words);

}  // namespace mingbai::cli
