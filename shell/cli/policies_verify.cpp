#include <filesystem>
#include <map>
#include <ostream>

#include "core/contract/coverage.h"
#include "core/contract/fault.h"
#include "core/contract/verify_cases.h"
#include "core/contract/write.h"
#include "core/policy/verify.h"
#include "shell/cli/commands.h"
#include "shell/cli/packs.h"

namespace mingbai::cli {
namespace {

namespace fs = std::filesystem;
using policy::Library;

// Of the pack or of an heir of it.
bool has_cases(const Library& library, const policy::Policy& pack) {
  if (!pack.cases.empty()) return true;
  for (const auto id : library.ids())
    if (library.find(id)->inherits == pack.id && !library.find(id)->cases.empty()) return true;
  return false;
}

struct Proof {
  contract::Json verified = contract::Json::array();
  Findings findings;
  Findings uncovered;  // counted among the findings where a pack has cases at all

  void add(const Library& library, std::string_view id, const contract::Coverage& coverage) {
    const auto& policy = *library.find(id);
    auto found = policy::verify(policy);
    const auto cases = contract::verify_cases(library, id);
    const bool overlay = !policy.overlay_of.empty();
    const auto lacking = overlay ? contract::newly_uncovered(library, policy) : coverage.uncovered(policy);
    uncovered.insert(uncovered.end(), lacking.begin(), lacking.end());
    if (overlay || has_cases(library, policy)) found.insert(found.end(), lacking.begin(), lacking.end());
    found.insert(found.end(), cases.begin(), cases.end());
    contract::Json one = contract::Json::object();
    one["id"] = policy.id;
    one["version"] = policy.version;
    one["tables"] = policy.tables.size();
    one["parameters"] = policy.parameters.size();
    one["requirements"] = policy.requirements.size();
    one["benefits"] = policy.benefits.size();
    one["cases"] = policy.cases.size();
    one["findings"] = found.size();
    verified.push_back(std::move(one));
    findings.insert(findings.end(), found.begin(), found.end());
  }
};

// A folder with packs, or one pack's folder: then the pack is proven beside its sisters, from which it may
// inherit.
void verify_path(const Invocation& call, const fs::path& path, Proof& proof) {
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(path, error);
  const bool one_pack = fs::exists(whole / "pack.json", error);
  const auto bundle = bundle_of(one_pack ? whole.parent_path() : whole);
  const auto library = policy::Library::load(bundle.value_or("{}"));
  (void)call;
  if (!library) {
    proof.findings.insert(proof.findings.end(), library.error().begin(), library.error().end());
    return;
  }
  const Findings& faults = library->overlay_faults();
  proof.findings.insert(proof.findings.end(), faults.begin(), faults.end());
  const contract::Coverage coverage(*library);
  if (one_pack && library->find(whole.filename().string()) != nullptr)
    return proof.add(*library, whole.filename().string(), coverage);
  for (const auto id : library->ids()) proof.add(*library, id, coverage);
  for (const auto id : library->overlay_ids()) proof.add(*library, id, coverage);
}

void print(const Invocation& call, const Proof& proof) {
  if (call.has("--text")) {
    print_findings(call, proof.findings);
    for (const auto& one : proof.verified)
      call.out << contract::plain(one["id"]) << ": " << contract::plain(one["findings"])
               << call.say(" 个问题\n", " findings\n");
    return;
  }
  contract::Json answer = contract::Json::object();
  answer["verified"] = proof.verified;
  answer["findings"] = contract::to_json(proof.findings, call.language);
  answer["uncovered"] = contract::to_json(proof.uncovered, call.language);
  call.out << contract::dump(answer) << '\n';
}

}  // namespace

int policies_verify(const Invocation& call) {
  Proof proof;
  std::optional<Library> built_in;
  bool all = call.arguments.empty();
  std::vector<std::string> ids;
  for (const auto& argument : call.arguments) {
    std::error_code error;
    const bool is_overlay = argument.ends_with(".json") && fs::is_regular_file(argument, error);
    const bool is_path =
        !is_overlay && (argument.find('/') != std::string::npos || fs::is_directory(argument, error));
    if (!is_path)
      ids.push_back(argument);
    else if (fs::is_directory(argument, error))
      verify_path(call, argument, proof);
    else
      return call.refuse("读不到目录 " + argument, "Cannot read the directory " + argument);
  }
  if (all || !ids.empty()) {
    built_in = open_library(call);
    if (!built_in)
      return call.has("--policies") && !fs::is_directory(call.value("--policies")) ? wrong_input
                                                                                   : found_something;
    if (all)
      for (const auto id : built_in->ids()) ids.emplace_back(id);
    if (all)
      for (const auto id : built_in->overlay_ids()) ids.emplace_back(id);
    if (all) proof.findings = built_in->overlay_faults();
    const contract::Coverage coverage(*built_in);
    for (const auto& id : ids) {
      built_in = with_policy(call, std::move(*built_in), id);
      if (!built_in) return found_something;
      if (built_in->find(id) == nullptr) {
        std::vector<std::string> known;
        for (const auto name : built_in->ids()) known.emplace_back(name);
        for (const auto name : built_in->overlay_ids()) known.emplace_back(name);
        print_findings(call, {contract::finding(contract::Fault::unknown_policy, "policy", id, known)});
        return wrong_input;
      }
      proof.add(*built_in, id, coverage);
    }
  }
  print(call, proof);
  return proof.findings.empty() ? done : found_something;
}

}  // namespace mingbai::cli
