#include "web/screens/model/names.h"

#include <algorithm>
#include <map>

namespace mingbai::screens {
namespace {

using contract::Json;

std::string word(const Json& from, const char* key) {
  const auto found = from.find(key);
  return found != from.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Text text(const Json& from, const char* key, const std::string& otherwise) {
  const auto found = from.find(key);
  if (found == from.end() || !found->is_object()) return {otherwise, otherwise};
  Text result{word(*found, "zh"), word(*found, "en")};
  if (result.en.empty()) result.en = result.zh;
  return result;
}

// A Chinese text with its translation beside it under another key.
Text paired(const Json& from, const char* zh, const char* en, const Text& otherwise) {
  Text result{word(from, zh), word(from, en)};
  if (result.zh.empty()) return otherwise;
  if (result.en.empty()) result.en = result.zh;
  return result;
}

Date day(const Json& from, const char* key, Date otherwise) {
  const auto date = parse_date(word(from, key));
  return date ? *date : otherwise;
}

const Json& list(const Json& from, const char* key) {
  static const Json none = Json::array();
  const auto found = from.is_object() ? from.find(key) : from.end();
  return found != from.end() && found->is_array() ? *found : none;
}

PackName pack_name(const Json& json) {
  PackName pack{word(json, "id"), word(json, "region"), text(json, "title", word(json, "id")), {}};
  for (const Json& scheme : list(json, "schemes")) {
    if (!scheme.is_object()) continue;
    const Period whole;
    pack.schemes.push_back({word(scheme, "key"), text(scheme, "label", word(scheme, "key")),
                            {day(scheme, "effective_from", whole.from), day(scheme, "effective_to", whole.to)}});
  }
  return pack;
}

DocumentName document_name(const Json& json) {
  DocumentName document{.id = word(json, "id")};
  document.title = paired(json, "title", "title_en", {document.id, document.id});
  document.short_title = paired(json, "short", "short_en", document.title);
  document.number = word(json, "number");
  document.issuer = word(json, "issuer");
  document.published = word(json, "published");
  if (document.published.empty()) document.published = word(json, "issued");
  document.kind = word(json, "kind");
  document.status = word(json, "status");
  document.note = text(json, "note", "");
  return document;
}

FactName fact_name(const Json& json) {
  FactName fact{word(json, "name"), text(json, "label", word(json, "name")), word(json, "unit"), {}};
  for (const Json& choice : list(json, "domain")) {
    if (choice.is_object()) fact.choices.push_back({word(choice, "key"), text(choice, "label", word(choice, "key"))});
  }
  return fact;
}

RegionName region_name(const Json& json) {
  const std::string code = word(json, "code");
  return {code, paired(json, "zh", "en", {code, code}), word(json, "province")};
}

void mark_provinces(std::vector<RegionName>& regions) {
  std::map<std::string, int> places;
  for (const RegionName& region : regions) ++places[region.province];
  for (RegionName& region : regions) region.is_place = region.code != region.province || places[region.province] == 1;
}

void add_named(const Json& catalogue, const char* entries, std::initializer_list<const char*> keys, std::vector<Named>& out) {
  for (const Json& entry : list(catalogue, entries)) {
    if (!entry.is_object()) continue;
    for (const char* key : keys) {
      if (std::string code = word(entry, key); !code.empty()) out.push_back({code, text(entry, "label", code)});
    }
  }
}

std::string called(const std::vector<Named>& names, std::string_view key, Language language) {
  const auto found = std::find_if(names.begin(), names.end(), [&](const Named& n) { return n.key == key; });
  return found == names.end() ? std::string(key) : found->label.in(language);
}

}  // namespace

Names Names::read(const Json& bundle) {
  Names names;
  const Json* files = contract::member(bundle, "files");
  if (files == nullptr || !files->is_object()) return names;
  for (const auto& [path, file] : files->items()) {
    if (path.ends_with("/pack.json") && file.is_object()) {
      PackName pack = pack_name(file);
      if (!pack.schemes.empty()) names.packs_.push_back(std::move(pack));
      continue;
    }
    if (path.ends_with("catalogues/diseases.json")) add_named(file, "diseases", {"code"}, names.diseases_);
    if (path.ends_with("catalogues/institutions.json")) add_named(file, "institutions", {"code", "key"}, names.institutions_);
    if (!file.is_array()) continue;
    for (const Json& entry : file) {
      if (!entry.is_object()) continue;
      if (path.ends_with("/documents.json")) names.documents_.push_back(document_name(entry));
      if (path.ends_with("facts.json")) names.facts_.push_back(fact_name(entry));
      if (path.ends_with("regions.json")) names.regions_.push_back(region_name(entry));
    }
  }
  std::sort(names.regions_.begin(), names.regions_.end(),
            [](const RegionName& a, const RegionName& b) { return a.code < b.code; });
  mark_provinces(names.regions_);
  return names;
}

const PackName* Names::pack(std::string_view id) const {
  const auto found = std::find_if(packs_.begin(), packs_.end(), [&](const PackName& p) { return p.id == id; });
  return found == packs_.end() ? nullptr : &*found;
}

const DocumentName* Names::document(std::string_view id) const {
  const auto found =
      std::find_if(documents_.begin(), documents_.end(), [&](const DocumentName& d) { return d.id == id; });
  return found == documents_.end() ? nullptr : &*found;
}

const FactName* Names::fact(std::string_view path) const {
  const auto found = std::find_if(facts_.begin(), facts_.end(), [&](const FactName& f) { return f.fact == path; });
  return found == facts_.end() ? nullptr : &*found;
}

std::vector<const RegionName*> Names::places_away_from(std::string_view home) const {
  std::vector<const RegionName*> near, far;
  near.reserve(regions_.size()), far.reserve(regions_.size());
  for (const RegionName& region : regions_) {
    if (!region.is_place || region.code == home) continue;
    const bool same = home.size() == 6 && std::string_view(region.code).starts_with(home.substr(0, 2));
    (same ? near : far).push_back(&region);
  }
  near.insert(near.end(), far.begin(), far.end());
  return near;
}

std::string Names::region(std::string_view code, Language language) const {
  const auto found =
      std::find_if(regions_.begin(), regions_.end(), [&](const RegionName& r) { return r.code == code; });
  return found == regions_.end() ? std::string(code) : found->label.in(language);
}

std::string Names::scheme(std::string_view pack_id, std::string_view key, Language language) const {
  if (const PackName* found = pack(pack_id)) {
    for (const SchemeName& scheme : found->schemes) {
      if (scheme.key == key) return scheme.label.in(language);
    }
  }
  return std::string(key);
}

std::string Names::choice(std::string_view path, std::string_view key, Language language) const {
  if (const FactName* found = fact(path)) {
    for (const Named& choice : found->choices) {
      if (choice.key == key) return choice.label.in(language);
    }
  }
  return std::string(key);
}

std::string Names::disease(std::string_view code, Language language) const { return called(diseases_, code, language); }

std::string Names::institution(std::string_view code_or_key, Language language) const {
  return called(institutions_, code_or_key, language);
}

}  // namespace mingbai::screens
