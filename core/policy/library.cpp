#include "core/policy/library.h"

#include <algorithm>
#include <set>

#include "core/policy/inheritance.h"
#include "core/policy/overlay.h"
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

// The last of the line is the pack itself.
std::unique_ptr<Policy> read_policy(const std::vector<Ancestor>& line, const Dictionary& dictionary,
                                    Findings& findings) {
  auto policy = std::make_unique<Policy>();
  policy->dictionary = dictionary;
  Reading reading{*policy, findings};
  const auto& [folder, own] = line.back();
  const PackFiles& files = *own;
  const auto part = files.parts.find("pack.json");
  if (part == files.parts.end()) return policy;
  read_pack(*policy, *part->second, folder, reading);
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

std::unique_ptr<Policy> read_overlay_policy(const Bundle& bundle, const Json& json, const std::string& file,
                                            const Dictionary& dictionary, Findings& findings) {
  const std::size_t before = findings.size();
  const Overlay overlay = read_overlay(bundle, json, file, findings);
  if (findings.size() != before) return nullptr;
  Findings found;
  auto line = lineage(bundle, overlay.base, found);
  line.back().files = &overlay.patched;
  auto policy = read_policy(line, dictionary, found);
  policy->id = overlay.id;
  policy->title = overlay.title;
  policy->overlay_of = overlay.base;
  point_to_operations(overlay, found);
  findings.insert(findings.end(), found.begin(), found.end());
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
Library::Library(const Library&) = default;
Library::Library(Library&&) noexcept = default;
Library& Library::operator=(Library&&) noexcept = default;
Library::~Library() = default;

std::expected<Library, Findings> Library::load(std::string_view bundle_json) {
  auto read = contract::parse_json(bundle_json, contract::bundle_bytes_most, contract::PathStyle::pointer);
  if (!read) return std::unexpected(std::move(read.error()));
  return from(std::move(*read));
}

std::expected<Library, Findings> Library::from(Json read) {
  Findings findings;
  auto bundle = std::make_shared<const Bundle>(open_bundle(std::move(read), findings));
  const Dictionary dictionary =
      bundle->facts.is_null() ? Dictionary{} : read_dictionary(bundle->facts, "facts.json", findings);
  Library library;
  if (!bundle->facts.is_null()) {
    for (const auto& [folder, files] : bundle->packs)
      library.policies_.push_back(read_policy(lineage(*bundle, folder, findings), dictionary, findings));
  }
  library.populations_ = bundle->populations;
  remove_repeated(findings);
  if (!findings.empty()) return std::unexpected(std::move(findings));
  for (const auto& [file, json] : bundle->overlays) {
    Findings& faults = library.overlay_faults_;
    const std::size_t before = faults.size();
    std::shared_ptr<const Policy> overlay = read_overlay_policy(*bundle, json, file, dictionary, faults);
    if (overlay != nullptr && library.find(overlay->id) != nullptr)
      faults.push_back(contract::finding(Fault::pack_duplicate_id, file + "#/id", overlay->id));
    if (faults.size() == before) library.overlays_.push_back({"", std::move(overlay)});
  }
  remove_repeated(library.overlay_faults_);
  library.bundle_ = std::move(bundle);
  return library;
}

std::expected<Library, Findings> Library::with_overlay(std::string_view overlay_json,
                                                       const std::string& alias) const {
  Findings findings;
  const auto json =
      contract::parse_json(overlay_json, contract::message_bytes_most, contract::PathStyle::pointer);
  if (!json) {
    findings = json.error();
    for (Finding& finding : findings) finding.fact = alias + "#" + finding.fact;
    return std::unexpected(std::move(findings));
  }
  std::shared_ptr<const Policy> overlay = read_overlay_policy(
      *bundle_, *json, alias, policies_.empty() ? Dictionary{} : policies_.front()->dictionary, findings);
  remove_repeated(findings);
  if (!findings.empty()) return std::unexpected(std::move(findings));
  Library out(*this);
  std::erase_if(out.overlays_, [&](const Named& n) { return n.policy->id == overlay->id; });
  out.overlays_.push_back({alias, std::move(overlay)});
  std::ranges::sort(out.overlays_, {}, [](const Named& n) { return n.policy->id; });
  return out;
}

const Policy* Library::find(std::string_view id) const {
  if (id.empty()) return nullptr;
  for (const auto& policy : policies_)
    if (policy->id == id) return policy.get();
  for (const auto& [alias, overlay] : overlays_)
    if (overlay->id == id || alias == id) return overlay.get();
  return nullptr;
}

std::string Library::population_for(std::string_view policy) const {
  const Policy* found = find(policy);
  const std::string base =
      found == nullptr || found->overlay_of.empty() ? std::string(policy) : found->overlay_of;
  if (const auto own = populations_.find(base); own != populations_.end()) return own->first;
  return populations_.empty() ? std::string() : populations_.begin()->first;
}

std::vector<std::string_view> Library::ids() const {
  std::vector<std::string_view> out;
  for (const auto& policy : policies_) out.push_back(policy->id);
  return out;
}

std::vector<std::string_view> Library::overlay_ids() const {
  std::vector<std::string_view> out;
  for (const auto& overlay : overlays_) out.push_back(overlay.policy->id);
  return out;
}

}  // namespace mingbai::policy
