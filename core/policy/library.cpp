#include "core/policy/library.h"

#include <algorithm>
#include <set>

#include "core/policy/inheritance.h"
#include "core/policy/policy.h"
#include "core/policy/read_scores.h"
#include "core/policy/reading.h"

namespace mingbai::policy {
namespace {

void read_pack(Policy& policy, const Json& json, const std::string& folder, Reading& reading) {
  const Element pack(json, folder + "/pack.json#", reading.findings);
  if (!pack.is_object()) return;
  pack.only({"format", "id", "title", "region", "version", "inherits", "schemes", "note"});
  if (const Json* format = pack.find("format"); format == nullptr || *format != 1)
    pack.fault(Fault::pack_bad_value, "format", format == nullptr ? "" : contract::plain(*format), {"1"});
  policy.id = pack.text("id");
  if (policy.id != folder) pack.fault(Fault::pack_bad_value, "id", policy.id, {folder});
  policy.title = pack.words("title");
  policy.region = pack.text("region");
  if (!policy.region.empty() && !parse_region(policy.region))
    pack.fault(Fault::bad_region, "region", policy.region);
  policy.version = pack.text("version");
  policy.inherits = pack.text_or("inherits", "");
  read_schemes(reading, pack);
}

std::unique_ptr<Policy> read_policy(const Bundle& bundle, const std::string& folder,
                                    const Dictionary& dictionary, Findings& findings) {
  auto policy = std::make_unique<Policy>();
  policy->dictionary = dictionary;
  Reading reading{*policy, findings};
  const PackFiles& files = bundle.packs.at(folder);
  const auto part = files.parts.find("pack.json");
  if (part == files.parts.end()) return policy;
  read_pack(*policy, part->second, folder, reading);
  const auto line = lineage(bundle, folder, findings);
  std::deque<Json> kept;
  const auto each = [&](const std::string& file, std::string_view id_key, auto read,
                        std::string_view inside = "") {
    for (const Element& element : expanded(gathered(line, file, id_key, inside, findings), kept))
      read(reading, element);
  };
  each("documents.json", "id", read_document);
  each("parameters.json", "id", read_parameter);
  each("tables.json", "id", read_table);
  each("requirements.json", "code", read_requirement);
  each(
      "documents_required.json", "key",
      [](Reading& r, const Element& e) { read_required_document(r, e, r.policy.required_documents); },
      "required");
  each(
      "documents_required.json", "key",
      [](Reading& r, const Element& e) { read_required_document(r, e, r.policy.never_asked); },
      "must_not_be_asked");
  each("decisions.json", "id", read_decision);
  each("benefits.json", "id", [&](Reading& r, const Element& e) { read_benefit(r, e, kept); });
  each("notes.json", "id", read_note);
  each("scores.json", "id", [&](Reading& r, const Element& e) { read_score_rule(r, e, kept); });
  read_dip_lists(reading, line);
  for (const auto& [name, text] : files.cases) policy->cases[folder + "/" + name] = text;
  read_catalogues(reading, line, kept);
  for (const Scheme& scheme : policy->schemes) policy->symbols.intern(scheme.key);
  for (const FactEntry& entry : dictionary.entries)
    for (const DomainValue& value : entry.domain) policy->symbols.intern(value.key);
  return policy;
}

void remove_repeated(Findings& findings) {
  std::set<std::string> seen;
  std::erase_if(findings, [&](const Finding& f) {
    return !seen.insert(f.code + '\n' + f.fact + '\n' + f.actual.value_or("")).second;
  });
}

}  // namespace

Library::Library() = default;
Library::Library(Library&&) noexcept = default;
Library& Library::operator=(Library&&) noexcept = default;
Library::~Library() = default;

std::expected<Library, Findings> Library::load(std::string_view bundle_json) {
  Findings findings;
  Bundle bundle = open_bundle(bundle_json, findings);
  const Dictionary dictionary =
      bundle.facts.is_null() ? Dictionary{} : read_dictionary(bundle.facts, "facts.json", findings);
  Library library;
  if (!bundle.facts.is_null())
    for (const auto& [folder, files] : bundle.packs)
      library.policies_.push_back(read_policy(bundle, folder, dictionary, findings));
  library.populations_ = std::move(bundle.populations);
  remove_repeated(findings);
  if (!findings.empty()) return std::unexpected(std::move(findings));
  return library;
}

const Policy* Library::find(std::string_view id) const {
  const auto it = std::ranges::find(policies_, id, [](const auto& p) -> std::string_view { return p->id; });
  return it == policies_.end() ? nullptr : it->get();
}

std::string Library::population_for(std::string_view policy) const {
  if (const auto own = populations_.find(std::string(policy)); own != populations_.end()) return own->first;
  return populations_.empty() ? std::string() : populations_.begin()->first;
}

std::vector<std::string_view> Library::ids() const {
  std::vector<std::string_view> out;
  for (const auto& policy : policies_) out.push_back(policy->id);
  return out;
}

}  // namespace mingbai::policy
