#include "core/policy/bundle.h"

#include <algorithm>

#include "core/contract/fault.h"

namespace mingbai::policy {
namespace {

using contract::Fault;
using contract::Json;

const std::vector<std::string> parts{"pack.json",      "documents.json",    "parameters.json",
                                     "tables.json",    "requirements.json", "documents_required.json",
                                     "decisions.json", "benefits.json",     "notes.json",
                                     "scores.json"};
const std::vector<std::string> catalogues{"institutions",    "diseases",           "drugs",
                                          "grants",          "holidays",           "dip_groups",
                                          "dip_grass_roots", "dip_grass_roots_tcm"};

class Opener {
 public:
  explicit Opener(Findings& findings) : findings_(findings) {}

  Bundle bundle;

  void add(const std::string& file, Json& content) {
    const auto slash = file.find('/');
    if (file == "facts.json") return read(file, content, bundle.facts);
    if (slash == std::string::npos || file.starts_with("codes/")) return;
    if (file.starts_with("overlays/")) return read(file, content, bundle.overlays[file]);
    const std::string folder = file.substr(0, slash), name = file.substr(slash + 1);
    if (!name.ends_with(".json")) return;
    if (folder == "populations") {
      bundle.populations[name.substr(0, name.size() - 5)] =
          content.is_string() ? content.get<std::string>() : contract::dump(content);
      return;
    }
    PackFiles& pack = bundle.packs[folder];
    if (name.starts_with("cases/")) {
      pack.cases[name] = content.is_string() ? std::move(content.get_ref<std::string&>()) : contract::dump(content);
    } else if (name.starts_with("catalogues/")) {
      const std::string kind = name.substr(11, name.size() - 16);
      if (std::ranges::find(catalogues, kind) == catalogues.end())
        return note(Fault::pack_bad_name, file, kind, catalogues);
      pack.parts[name] = part(file, content);
    } else if (std::ranges::find(parts, name) == parts.end()) {
      note(Fault::pack_bad_name, file, name, parts);
    } else {
      pack.parts[name] = part(file, content);
    }
  }

 private:
  void note(Fault fault, const std::string& file, std::string actual, std::vector<std::string> allowed) {
    findings_.push_back(contract::finding(fault, file, std::move(actual), std::move(allowed)));
  }

  Part part(const std::string& file, Json& content) {
    Json out;
    read(file, content, out);
    return std::make_shared<const Json>(std::move(out));
  }

  void read(const std::string& file, Json& content, Json& into) {
    if (!content.is_string()) {
      into = std::move(content);
      return;
    }
    auto parsed = contract::parse_json(content.get_ref<const std::string&>(), contract::bundle_bytes_most,
                                       contract::PathStyle::pointer);
    if (parsed) {
      into = std::move(*parsed);
      return;
    }
    for (Finding& finding : parsed.error()) {
      finding.fact = file + "#" + finding.fact;
      findings_.push_back(std::move(finding));
    }
  }

  Findings& findings_;
};

}  // namespace

Bundle open_bundle(Json json, Findings& findings) {
  Opener opener(findings);
  const auto files = json.is_object() ? json.find("files") : json.end();
  if (files == json.end() || !files->is_object()) {
    findings.push_back(contract::finding(Fault::missing_key, "files"));
    return std::move(opener.bundle);
  }
  for (auto it = files->begin(); it != files->end(); ++it) opener.add(it.key(), *it);
  if (opener.bundle.facts.is_null() && findings.empty())
    findings.push_back(contract::finding(Fault::pack_file_missing, "facts.json"));
  for (const auto& [folder, pack] : opener.bundle.packs)
    if (!pack.parts.contains("pack.json"))
      findings.push_back(contract::finding(Fault::pack_file_missing, folder + "/pack.json"));
  return std::move(opener.bundle);
}

}  // namespace mingbai::policy
