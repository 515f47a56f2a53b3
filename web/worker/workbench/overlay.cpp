#include "web/worker/workbench/overlay.h"

#include "core/contract/fault.h"

namespace mingbai::workbench {
namespace {

using contract::Fault;
using contract::Json;

std::string word(const Json* json) { return json != nullptr && json->is_string() ? json->get<std::string>() : std::string(); }

// The base's parameters and tables as its files hold them, patched.
bool patched(Json& files, const std::string& base, const std::string& id, const Json& patch, Findings& findings) {
  Json target = Json::object();
  for (const char* part : {"parameters.json", "tables.json"}) {
    const auto found = files.find(base + "/" + part);
    if (found != files.end()) target[part] = *found;
  }
  try {
    // Patching is the unordered kind's; the order of keys means nothing to a pack.
    target = Json(nlohmann::json(target).patch(nlohmann::json(patch)));
  } catch (const nlohmann::json::exception&) {
    findings.push_back(contract::finding(Fault::pack_dangling_reference, "overlays/" + id + ".json#/patch"));
    return false;
  }
  for (auto it = target.begin(); it != target.end(); ++it) files[id + "/" + it.key()] = *it;
  return true;
}

void lay(Json& files, const Json& overlay, Findings& findings) {
  const std::string id = id_of(overlay), base = base_of(overlay);
  const auto pack = files.find(base + "/pack.json");
  if (id.empty() || pack == files.end()) {
    findings.push_back(contract::finding(Fault::unknown_policy, "overlays/" + id + ".json#/base/id", base));
    return;
  }
  Json copies = Json::object();
  for (auto it = files.begin(); it != files.end(); ++it) {
    const std::string& file = it.key();
    if (file.starts_with(base + "/") && !file.starts_with(base + "/cases/")) copies[id + file.substr(base.size())] = *it;
  }
  copies[id + "/pack.json"]["id"] = id;
  if (const Json* title = contract::member(overlay, "title")) copies[id + "/pack.json"]["title"] = *title;
  for (auto it = copies.begin(); it != copies.end(); ++it) files[it.key()] = *it;
  const Json* patch = contract::member(overlay, "patch");
  patched(files, base, id, patch == nullptr ? Json::array() : *patch, findings);
}

}  // namespace

std::string id_of(const Json& overlay) { return word(contract::member(overlay, "id")); }

std::string base_of(const Json& overlay) {
  const Json* base = contract::member(overlay, "base");
  return base == nullptr ? std::string() : word(contract::member(*base, "id"));
}

std::expected<policy::Library, Findings> load_with(const Json& bundle, const std::vector<Json>& overlays) {
  Json whole = bundle;
  Findings findings;
  if (!whole.contains("files") || !whole["files"].is_object()) whole["files"] = Json::object();
  // Those that come with the packs are laid like any other, when they are asked for.
  for (auto it = whole["files"].begin(); it != whole["files"].end();) it = it.key().starts_with("overlays/") ? whole["files"].erase(it) : std::next(it);
  for (const Json& overlay : overlays) lay(whole["files"], overlay, findings);
  if (!findings.empty()) return std::unexpected(std::move(findings));
  return policy::Library::load(contract::dump(whole));
}

}  // namespace mingbai::workbench
