#include "shell/cli/packs.h"

#include <algorithm>
#include <fstream>
#include <ostream>
#include <sstream>

#include "core/contract/json.h"
#include "core/contract/messages.h"
#include "generated/policies_bundle.h"

namespace mingbai::cli {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> json_files(const fs::path& directory) {
  std::vector<fs::path> out;
  std::error_code error;
  for (fs::recursive_directory_iterator it(directory, fs::directory_options::skip_permission_denied, error),
       end;
       it != end && !error; it.increment(error))
    if (it->is_regular_file(error) && it->path().extension() == ".json") out.push_back(it->path());
  std::ranges::sort(out);
  return out;
}

std::optional<policy::Library> load(const Invocation& call, std::string_view bundle) {
  auto library = policy::Library::load(bundle);
  if (library) return std::move(*library);
  print_findings(call, library.error());
  return std::nullopt;
}

}  // namespace

std::optional<std::string> read_file(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error) && !fs::is_fifo(path, error) && !fs::is_character_file(path, error))
    return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) return std::nullopt;
  return std::move(text).str();
}

std::optional<std::string> bundle_of(const fs::path& directory) {
  std::error_code error;
  if (!fs::is_directory(directory, error)) return std::nullopt;
  contract::Json files = contract::Json::object();
  for (const fs::path& path : json_files(directory)) {
    const std::string name = path.lexically_relative(directory).generic_string();
    if (name.starts_with("schema/")) continue;
    if (const auto text = read_file(path)) files[name] = *text;
  }
  contract::Json bundle = contract::Json::object();
  bundle["files"] = std::move(files);
  return contract::dump(bundle);
}

std::optional<policy::Library> open_library(const Invocation& call, const fs::path& directory) {
  const auto bundle = bundle_of(directory);
  if (bundle) return load(call, *bundle);
  call.refuse("读不到目录 " + directory.string(), "Cannot read the directory " + directory.string());
  return std::nullopt;
}

std::optional<policy::Library> open_library(const Invocation& call) {
  if (call.has("--policies")) return open_library(call, call.value("--policies"));
  return load(call, policies_bundle());
}

std::optional<policy::Library> with_policy(const Invocation& call, policy::Library library,
                                           const std::string& name) {
  if (library.find(name) != nullptr || !name.ends_with(".json")) return library;
  const auto text = read_file(name);
  if (!text) return library;
  auto wider = library.with_overlay(*text, name);
  if (wider) return std::move(*wider);
  print_findings(call, wider.error());
  return std::nullopt;
}

void print_findings(const Invocation& call, const Findings& findings) {
  if (!call.has("--text")) {
    call.out << contract::write(findings, call.language) << '\n';
    return;
  }
  for (const Finding& finding : findings) {
    call.out << "✗ " << (finding.fact.empty() ? "" : finding.fact + ": ") << finding.message.in(call.language)
             << ' ' << finding.remedy.in(call.language) << '\n';
    if (!finding.allowed.empty()) {
      call.out << "    ";
      for (std::size_t i = 0; i < finding.allowed.size(); ++i)
        call.out << (i == 0 ? "" : " · ") << finding.allowed[i];
      call.out << '\n';
    }
  }
}

}  // namespace mingbai::cli
