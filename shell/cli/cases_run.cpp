#include <algorithm>
#include <filesystem>
#include <map>
#include <ostream>

#include "core/contract/cases.h"
#include "core/policy/policy.h"
#include "shell/cli/commands.h"
#include "shell/cli/packs.h"

namespace mingbai::cli {
namespace {

namespace fs = std::filesystem;

std::map<std::string, std::string> built_in_cases(const policy::Library& library) {
  std::map<std::string, std::string> out;
  for (const auto id : library.ids())
    for (const auto& [file, text] : library.find(id)->cases) out[file] = text;
  return out;
}

// The JSON files of a path; of a policy's folder only those below its cases.
bool add_cases(const fs::path& path, std::map<std::string, std::string>& out) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    const auto text = read_file(path);
    if (text) out[path.string()] = *text;
    return text.has_value();
  }
  const fs::path root = fs::is_directory(path / "cases", error) ? path / "cases" : path;
  for (fs::recursive_directory_iterator it(root, error), end; it != end && !error; it.increment(error)) {
    if (!it->is_regular_file(error) || it->path().extension() != ".json") continue;
    const std::string inside = it->path().lexically_relative(root).generic_string();
    const bool below_cases = inside.find("cases/") != std::string::npos ||
                             inside.find("good/") != std::string::npos ||
                             inside.find("bad/") != std::string::npos;
    const bool flat = inside.find('/') == std::string::npos && !fs::exists(root / "facts.json", error) &&
                      !fs::exists(root / "pack.json", error);
    if (below_cases || flat)
      if (const auto text = read_file(it->path())) out[it->path().string()] = *text;
  }
  return true;
}

}  // namespace

int cases_run(const Invocation& call) {
  auto library = open_library(call);
  if (!library) return wrong_input;
  std::map<std::string, std::string> cases;
  std::string overlay;
  if (call.arguments.empty()) cases = built_in_cases(*library);
  for (const auto& path : call.arguments) {
    library = with_policy(call, std::move(*library), path);
    if (!library) return wrong_input;
    if (const policy::Policy* policy = library->find(path)) {
      overlay = policy->overlay_of.empty() ? "" : policy->id;
      const policy::Policy* owner = overlay.empty() ? policy : library->find(policy->overlay_of);
      cases.insert(owner->cases.begin(), owner->cases.end());
      continue;
    }
    if (!add_cases(path, cases)) return call.refuse("读不到 " + path, "Cannot read " + path);
  }
  std::size_t passed = 0, failed = 0;
  for (const auto& [file, text] : cases) {
    const auto result = contract::run_case(*library, text, overlay);
    ++(result.passed() ? passed : failed);
    if (result.passed()) continue;
    call.out << "✗ " << file << ": " << result.name.in(call.language) << '\n';
    for (const auto& difference : result.differences) call.out << "    " << difference << '\n';
  }
  call.out << passed << " passed, " << failed << " failed\n";
  return failed == 0 ? done : found_something;
}

}  // namespace mingbai::cli
