#include "core/policy/inheritance.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace mingbai::policy {
namespace {

constexpr std::size_t ancestors_most = 4;

std::string_view id_of(const Element& element, std::string_view key) {
  const Json* id = element.find(key);
  return id != nullptr && id->is_string() ? std::string_view(id->get_ref<const std::string&>()) : "";
}

}  // namespace

std::vector<Ancestor> lineage(const Bundle& bundle, const std::string& folder, Findings& findings) {
  std::vector<Ancestor> out{{folder, &bundle.packs.at(folder)}};
  for (;;) {
    const auto part = out.front().files->parts.find("pack.json");
    if (part == out.front().files->parts.end()) return out;
    const Json* parent = contract::member(*part->second, "inherits");
    if (parent == nullptr || !parent->is_string()) return out;
    const std::string name = *parent;
    const std::string place = out.front().folder + "/pack.json#/inherits";
    const auto found = bundle.packs.find(name);
    if (found == bundle.packs.end()) {
      std::vector<std::string> known;
      for (const auto& [other, files] : bundle.packs) known.push_back(other);
      findings.push_back(contract::finding(Fault::pack_dangling_reference, place, name, known));
      return out;
    }
    if (std::ranges::find(out, name, &Ancestor::folder) != out.end() || out.size() > ancestors_most) {
      findings.push_back(contract::finding(Fault::pack_inherits_in_circle, place, name));
      return out;
    }
    out.insert(out.begin(), {name, &found->second});
  }
}

std::vector<Element> gathered(const std::vector<Ancestor>& line, const std::string& file,
                              std::string_view id_key, std::string_view inside, Findings& findings) {
  std::vector<Element> out;
  for (const auto& [folder, files] : line) {
    const auto part = files->parts.find(file);
    if (part == files->parts.end() || part->second->is_null()) continue;
    std::string place = folder + "/" + file + "#";
    const Json* list = part->second.get();
    if (!inside.empty()) {
      list = contract::member(*list, inside);
      if (list == nullptr) continue;
      place += "/" + std::string(inside);
    }
    auto own = elements(*list, place, findings);
    if (!out.empty()) {
      std::set<std::string_view> replaced;
      for (const Element& element : own) replaced.insert(id_of(element, id_key));
      replaced.erase("");
      std::erase_if(out, [&](const Element& e) { return replaced.contains(id_of(e, id_key)); });
    }
    std::ranges::move(own, std::back_inserter(out));
  }
  return out;
}

}  // namespace mingbai::policy
