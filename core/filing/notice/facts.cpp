#include "core/filing/notice/facts.h"

#include <algorithm>

#include "core/contract/json.h"
#include "core/contract/messages.h"
#include "core/eligibility/check.h"
#include "core/filing/roles.h"
#include "core/policy/policy.h"

namespace mingbai::filing::notice {
namespace {

using contract::Json;
using eligibility::Application;
using policy::Fact;
using policy::Policy;

Text same(const std::string& text) { return {text, text}; }

Text labelled(const Policy& policy, Fact fact, const std::string& key) {
  const auto& domain = policy.dictionary.of(fact).domain;
  const auto value = std::ranges::find(domain, key, &policy::DomainValue::key);
  return value == domain.end() ? same(key) : value->label;
}

Text region_name(const Regions& regions, const std::string& code) {
  const auto name = regions.names.find(code);
  return name == regions.names.end() ? same(code) : name->second;
}

// By the code on a list, whatever the day: what was granted under a name keeps it.
Text disease_name(const Policy& policy, const std::string& code) {
  const auto entry = std::ranges::find(policy.catalogues.diseases, code, &policy::DiseaseEntry::code);
  return entry == policy.catalogues.diseases.end() ? same(code) : entry->label;
}

Text institution_name(const Policy& policy, const std::optional<std::string>& code) {
  if (!code) return {};
  const auto entry =
      std::ranges::find(policy.catalogues.institutions, *code, &policy::InstitutionEntry::code);
  return entry == policy.catalogues.institutions.end() ? same(*code) : entry->label;
}

Text what_of(const Policy& policy, const Regions& regions, const Application& asked) {
  if (asked.kind == "remote_care") {
    Text out = labelled(policy, Fact::application_category, asked.category.value_or(""));
    if (!asked.care_region) return out;
    const Text place = region_name(regions, *asked.care_region);
    return {out.zh + "，" + place.zh, out.en + ", " + place.en};
  }
  if (asked.disease.code) return disease_name(policy, *asked.disease.code);
  return labelled(policy, Fact::application_kind, asked.kind);
}

void cite(const Policy& policy, const policy::Source& source, std::vector<Basis>& basis) {
  const policy::Document* document = policy.document(source.document);
  if (document == nullptr) return;
  auto known = std::ranges::find(basis, document->title, &Basis::title);
  if (known == basis.end()) known = basis.insert(known, {document->title, document->number, {}});
  if (!source.clause.empty() && std::ranges::find(known->clauses, source.clause) == known->clauses.end())
    known->clauses.push_back(source.clause);
}

// The list that names the disease, then who decides; the conditions' clauses stay on the screens.
std::vector<Basis> basis_of(const Policy& policy, const Application& asked,
                            const eligibility::CheckResult& result) {
  std::vector<Basis> out;
  const auto& diseases = policy.catalogues.diseases;
  const auto disease =
      std::ranges::find(diseases, asked.disease.code.value_or(""), &policy::DiseaseEntry::code);
  if (disease != diseases.end()) cite(policy, disease->authority.source, out);
  if (result.decision && result.decision->source) cite(policy, *result.decision->source, out);
  if (out.empty())
    for (const auto& met : result.met) cite(policy, met.source, out);
  return out;
}

Person insured_of(const Policy& policy, const Application& asked) {
  return {asked.insured.name.value_or(""),
          labelled(policy, Fact::insured_certificate_type,
                   asked.insured.certificate_type.value_or("identity_card")),
          asked.insured.certificate_number.value_or("")};
}

std::optional<Agent> agent_of(const Policy& policy, const Application& asked) {
  if (!asked.agent) return std::nullopt;
  return Agent{{asked.agent->name.value_or(""),
                labelled(policy, Fact::insured_certificate_type,
                         asked.agent->certificate_type.value_or("identity_card")),
                asked.agent->certificate_number.value_or("")},
               asked.agent->relation.value_or("")};
}

std::string text_of(const Json& object, std::string_view key) {
  const Json* value = contract::member(object, key);
  return value != nullptr && value->is_string() ? value->get<std::string>() : "";
}

}  // namespace

Regions read_regions(std::string_view bundle_json) {
  Regions out;
  const auto bundle = contract::parse_json(bundle_json, contract::bundle_bytes_most);
  const Json* files = bundle ? contract::member(*bundle, "files") : nullptr;
  const auto list = [&](std::string_view name) {
    const Json* found = files != nullptr ? contract::member(*files, name) : nullptr;
    return found != nullptr && found->is_array() ? *found : Json::array();
  };
  for (const Json& region : list("codes/regions.json"))
    out.names[text_of(region, "code")] = {text_of(region, "zh"), text_of(region, "en")};
  for (const Json& region : list("codes/cards.json")) out.with_cards.push_back(text_of(region, "region"));
  return out;
}

std::expected<Subject, Findings> subject_of(const policy::Library& library, const Regions& regions,
                                            std::string_view payload, Date day) {
  auto asked = contract::read_application(library, payload);
  if (!asked) return std::unexpected(asked.error());
  asked->as_of = day;
  asked->statuses = {true, false, true};
  const auto result = eligibility::check(library, *asked);
  const Policy& policy = *library.find(asked->policy);
  Subject out;
  out.policy = policy.id;
  out.region = region_name(regions, policy.region);
  out.kind = labelled(policy, Fact::application_kind, asked->kind);
  out.insured = insured_of(policy, *asked);
  out.agent = agent_of(policy, *asked);
  out.what = what_of(policy, regions, *asked);
  out.code = asked->disease.code.value_or("");
  out.institution = institution_name(policy, asked->provider.code);
  if (asked->providers)
    for (const auto& provider : *asked->providers)
      out.places.push_back(institution_name(policy, provider.code));
  out.basis = basis_of(policy, *asked, result);
  if (result.decision) out.next = result.decision->label;
  out.gets_card = asked->insured.region && std::ranges::any_of(regions.with_cards, [&](const auto& region) {
                    return region == policy.region && region_covers(region, *asked->insured.region);
                  });
  return out;
}

std::vector<Reason> read_reasons(const policy::Library& library, const std::string& policy_id,
                                 std::string_view findings_json) {
  std::vector<Reason> out;
  const auto findings = contract::parse_json(findings_json);
  const Policy* policy = library.find(policy_id);
  if (!findings || !findings->is_array()) return out;
  for (const Json& finding : *findings) {
    Reason reason{{text_of(finding, "message"), text_of(finding, "message_en")},
                  {text_of(finding, "remedy"), text_of(finding, "remedy_en")},
                  ""};
    if (reason.message.en.empty()) reason.message.en = reason.message.zh;
    if (reason.remedy.en.empty()) reason.remedy.en = reason.remedy.zh;
    const Json* source = contract::member(finding, "source");
    const auto* document =
        source != nullptr && policy != nullptr ? policy->document(text_of(*source, "document")) : nullptr;
    if (document != nullptr)
      reason.source = (document->number.empty() ? document->title.zh : document->number) + " " +
                      text_of(*source, "clause");
    if (!reason.message.zh.empty()) out.push_back(std::move(reason));
  }
  return out;
}

}  // namespace mingbai::filing::notice
