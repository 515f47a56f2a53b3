#pragma once
// Files that get their name only once they are whole and on the disk.

#include <filesystem>
#include <system_error>

namespace mingbai::cli {

// Syncs `part`, makes it readable by its owner alone, gives it the name `whole` and syncs the folder. Refuses
// when `whole` exists: nothing is overwritten.
std::error_code name_once_durable(const std::filesystem::path& part, const std::filesystem::path& whole);

}  // namespace mingbai::cli
