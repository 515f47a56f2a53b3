#include "core/policy/overlay.h"

#include <set>
#include <utility>

#include "core/contract/patch.h"
#include "core/policy/element.h"

namespace mingbai::policy {
namespace {

// The file a pointer leads into: "/catalogues~1drugs.json/0" is "catalogues/drugs.json".
std::string file_of(std::string_view pointer) {
  std::string out(pointer.substr(0, pointer.find('/', 1)));
  if (!out.empty()) out.erase(0, 1);
  for (const auto& [written, meant] : {std::pair("~1", "/"), std::pair("~0", "~")})
    for (std::size_t at = 0; (at = out.find(written, at)) != std::string::npos; ++at)
      out.replace(at, 2, meant);
  return out;
}

std::set<std::string> touched(const Json& patch) {
  std::set<std::string> out;
  for (const Json& operation : patch)
    for (const auto* key : {"path", "from"})
      if (const Json* pointer = contract::member(operation, key); pointer != nullptr && pointer->is_string())
        out.insert(file_of(pointer->get_ref<const std::string&>()));
  return out;
}

// The files as one document. Of those that no operation touches only the names are there.
Json patchable(const PackFiles& files, const std::set<std::string>& touched) {
  Json out = Json::object();
  for (const auto& [name, content] : files.parts)
    if (name != "pack.json") out[name] = touched.contains(name) ? *content : Json();
  return out;
}

std::vector<std::string> pack_names(const Bundle& bundle) {
  std::vector<std::string> out;
  for (const auto& [folder, files] : bundle.packs) out.push_back(folder);
  return out;
}

bool below(std::string_view place, std::string_view path) {
  return place == path || (place.starts_with(path) && place.substr(path.size()).starts_with("/"));
}

}  // namespace

Overlay read_overlay(const Bundle& bundle, const Json& json, const std::string& file, Findings& findings) {
  Overlay out;
  out.file = file;
  const Element overlay(json, file + "#", findings);
  if (!overlay.is_object()) return out;
  overlay.only({"format", "id", "title", "base", "patch", "note"});
  if (const Json* format = overlay.find("format"); format == nullptr || *format != 1)
    overlay.fault(Fault::pack_bad_value, "format", format == nullptr ? "" : contract::plain(*format), {"1"});
  out.id = overlay.text("id");
  if (bundle.packs.contains(out.id)) overlay.fault(Fault::pack_duplicate_id, "id", out.id);
  out.title = overlay.words("title");
  const auto base = overlay.object("base");
  if (!base) {
    if (!overlay.has("base")) overlay.fault(Fault::missing_key, "base", std::nullopt, {"id", "version"});
    return out;
  }
  base->only({"id", "version"});
  out.base = base->text("id");
  out.version = base->text("version");
  const Json* patch = overlay.find("patch");
  if (patch == nullptr)
    overlay.fault(Fault::missing_key, "patch");
  else if (!patch->is_array())
    overlay.fault(Fault::wrong_type, "patch", contract::kind_of(*patch).en, {"a list"});
  else if (patch->empty())
    overlay.fault(Fault::empty_list, "patch");
  const auto pack = bundle.packs.find(out.base);
  if (pack == bundle.packs.end()) {
    if (!out.base.empty()) base->fault(Fault::pack_dangling_reference, "id", out.base, pack_names(bundle));
    return out;
  }
  const auto head = pack->second.parts.find("pack.json");
  const Json* version =
      head == pack->second.parts.end() ? nullptr : contract::member(*head->second, "version");
  if (!out.version.empty() && (version == nullptr || *version != out.version))
    base->fault(Fault::overlay_base_version, "version", out.version,
                {version == nullptr ? "" : contract::plain(*version)});
  if (patch == nullptr || !patch->is_array()) return out;
  out.patch = *patch;
  const std::set<std::string> changed = touched(*patch);
  Json files = patchable(pack->second, changed);
  contract::apply_patch(files, *patch, file + "#/patch", findings);
  out.patched.parts = pack->second.parts;
  for (auto it = files.begin(); it != files.end(); ++it)
    if (changed.contains(it.key()))
      out.patched.parts[it.key()] = std::make_shared<const Json>(std::move(*it));
  for (const auto& [name, content] : pack->second.parts)
    if (name != "pack.json" && !files.contains(name)) out.patched.parts.erase(name);
  return out;
}

// "zhongshan/tables.json#/0/rows/3/value" is "/tables.json/0/rows/3/value" to the patch.
void point_to_operations(const Overlay& overlay, Findings& findings) {
  for (Finding& finding : findings) {
    const std::string prefix = overlay.base + "/";
    if (!finding.fact.starts_with(prefix)) continue;
    std::string pointer = "/" + finding.fact.substr(prefix.size());
    if (const auto hash = pointer.find('#'); hash != std::string::npos) pointer.erase(hash, 1);
    std::size_t made_by = overlay.patch.size();
    for (std::size_t i = 0; i < overlay.patch.size(); ++i) {
      const Json* path = contract::member(overlay.patch[i], "path");
      const Json* op = contract::member(overlay.patch[i], "op");
      if (path == nullptr || !path->is_string() || (op != nullptr && *op == "test")) continue;
      const std::string written = path->get<std::string>();
      if (below(pointer, written) || below(written, pointer)) made_by = i;
    }
    std::string place = overlay.file + "#/patch";
    if (made_by < overlay.patch.size()) place += "/" + std::to_string(made_by);
    finding.message.zh = finding.fact + "：" + finding.message.zh;
    finding.message.en = finding.fact + ": " + finding.message.en;
    finding.fact = std::move(place);
  }
}

}  // namespace mingbai::policy
