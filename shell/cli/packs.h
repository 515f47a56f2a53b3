#pragma once
// Which packs a command works with: those the program was built with, or those of the directory given by
// --policies. A directory is read into the same bundle; the folder `schema`, which is for editors, is left
// out.

#include <filesystem>
#include <optional>
#include <string>

#include "core/policy/library.h"
#include "shell/cli/command.h"

namespace mingbai::cli {

// The bundle's text of a directory; nothing when it cannot be read.
std::optional<std::string> bundle_of(const std::filesystem::path& directory);

// The library; on faults they are written as {"findings": […]} (or as words with --text) and nothing comes
// back.
std::optional<policy::Library> open_library(const Invocation&);
std::optional<policy::Library> open_library(const Invocation&, const std::filesystem::path& directory);

// The library in which `name` is found: with the overlay added that the name leads to when it is the path of a
// JSON file. On faults of the overlay they are written and nothing comes back.
std::optional<policy::Library> with_policy(const Invocation&, policy::Library, const std::string& name);

// The whole of a file; nothing when it cannot be read.
std::optional<std::string> read_file(const std::filesystem::path&);

// Findings for whoever asked: JSON on `out`, or words.
void print_findings(const Invocation&, const Findings&);

}  // namespace mingbai::cli
