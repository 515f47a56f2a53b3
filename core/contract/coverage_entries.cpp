// What cases show of papers and of catalogues.

#include <algorithm>
#include <map>

#include "core/contract/coverage.h"
#include "core/contract/fault.h"
#include "core/eligibility/application.h"
#include "core/eligibility/judgement.h"
#include "core/policy/catalogue.h"
#include "core/policy/edition.h"

namespace mingbai::contract {
namespace {

using policy::Act;
using policy::Authority;
using policy::Facts;
using policy::RequiredDocument;
using policy::Truth;

// What tells entries of a list apart, apart from key and label.
using Kind = std::vector<std::string>;

std::string text(std::optional<int> number) { return number ? std::to_string(*number) : std::string(); }

Kind kind_of(const policy::DiseaseEntry& e) {
  return {"disease", e.origin, e.disease_class, e.designated_only ? "designated" : ""};
}
Kind kind_of(const policy::InstitutionEntry& e) {
  return {"institution",
          e.region,
          e.kind,
          text(e.level),
          text(e.price_level),
          text(e.deductible_level),
          e.grade,
          e.ownership,
          e.payment_class,
          e.alliance};
}
Kind kind_of(const policy::DrugEntry& e) { return {"drug", e.program}; }
Kind kind_of(const policy::Holiday& e) { return {"holiday", e.working ? "working" : ""}; }
std::string name_of(const policy::DiseaseEntry& e) { return e.code; }
std::string name_of(const policy::InstitutionEntry& e) { return e.key; }
std::string name_of(const policy::DrugEntry& e) { return e.key; }
std::string name_of(const policy::Holiday& e) { return to_iso(e.day); }

std::vector<const RequiredDocument*> chosen_of(const policy::Edition& edition, const std::string& kind,
                                               const std::vector<RequiredDocument>& list,
                                               const Facts& facts) {
  policy::NoNames nobody;
  auto out = policy::chosen(
      list, edition.day, edition.statuses,
      [](const RequiredDocument& d) -> const std::string& { return d.key; },
      [&](const RequiredDocument& d) { return eligibility::concerns(d.kinds, kind); });
  std::erase_if(out, [&](const RequiredDocument* d) {
    return policy::evaluate(edition.policy->programs, d->when, facts, nobody) != Truth::yes;
  });
  return out;
}

}  // namespace

void Coverage::mark_documents(const policy::Edition& edition, const Facts& facts,
                              const eligibility::Application& application) {
  for (const RequiredDocument* document :
       chosen_of(edition, application.kind, edition.policy->required_documents, facts)) {
    if (!application.documents) continue;
    const bool held = std::ranges::any_of(document->any_of, [&](const std::string& key) {
      return std::ranges::find(*application.documents, key) != application.documents->end();
    });
    mark(document->authority, held);
  }
  for (const RequiredDocument* document :
       chosen_of(edition, application.kind, edition.policy->never_asked, facts))
    mark(document->authority, true);
}

void Coverage::mark_entries(const policy::Policy& policy, const eligibility::Application& application) {
  const auto& catalogues = policy.catalogues;
  const Date day = *application.as_of;
  if (application.disease.code)
    if (const auto* entry = policy::find_disease(catalogues, *application.disease.code, day))
      mark(entry->authority, true);
  std::vector<eligibility::ApplicationProvider> providers =
      application.providers.value_or(std::vector<eligibility::ApplicationProvider>());
  providers.push_back(application.provider);
  for (const auto& provider : providers) {
    if (!provider.code) continue;
    const auto* entry = policy::find_institution(catalogues, *provider.code, day);
    policy::Grantee grantee{*provider.code, provider.kind, provider.level};
    if (entry != nullptr) {
      mark(entry->authority, true);
      if (!grantee.kind) grantee.kind = entry->kind;
      if (!grantee.level) grantee.level = entry->level;
    }
    for (const Act act : {Act::confirm, Act::treat}) {
      const policy::Grant* used = nullptr;
      const auto state = policy::granted(catalogues, grantee, application.disease.code, act, day,
                                         application.statuses, &used);
      if (used != nullptr && state == policy::GrantState::granted) mark(used->authority, true);
    }
  }
}

void Coverage::mark_entries(const policy::Policy& policy, const reimbursement::Claim& claim, Date day) {
  const auto& catalogues = policy.catalogues;
  if (claim.disease)
    if (const auto* entry = policy::find_disease(catalogues, *claim.disease, day))
      mark(entry->authority, true);
  if (claim.provider.code)
    if (const auto* entry = policy::find_institution(catalogues, *claim.provider.code, day))
      mark(entry->authority, true);
  if (claim.drug_program)
    if (const auto* entry = policy::find_drug(catalogues, *claim.drug_program, day, claim.statuses))
      mark(entry->authority, true);
  if (!claim.split) return;  // only then the working days to the year's end are counted
  for (const policy::Holiday& holiday : catalogues.holidays)
    if (day <= holiday.day && to_iso(day).substr(0, 4) == to_iso(holiday.day).substr(0, 4))
      mark(holiday.authority, true);
}

void Coverage::ask_entries(const policy::Policy& policy, Findings& out) const {
  struct Group {
    Finding first;
    bool shown = false;
  };
  std::map<Kind, Group> groups;
  const auto add = [&](const auto& list) {
    for (const auto& entry : list) {
      const Authority& authority = entry.authority;
      if (!asked_for(policy, authority)) continue;
      Kind kind = kind_of(entry);
      const auto& source = authority.source;
      for (const std::string& part :
           {source.document, source.clause, std::string(to_key(source.status)),
            std::to_string(source.effective.from.days), std::to_string(source.effective.to.days)})
        kind.push_back(part);
      Group& group = groups.try_emplace(std::move(kind), Group{lacking(authority, name_of(entry), "named")})
                         .first->second;
      group.shown = group.shown || of(authority).met;
    }
  };
  const auto& catalogues = policy.catalogues;
  add(catalogues.diseases);
  add(catalogues.institutions);
  add(catalogues.programs);
  add(catalogues.drugs);
  add(catalogues.holidays);
  for (const auto& grant : catalogues.grants)
    if (asked_for(policy, grant.authority) && !of(grant.authority).met)
      out.push_back(
          lacking(grant.authority, grant.institution.empty() ? "grant" : grant.institution, "granted"));
  std::vector<Finding> lacking_entries;
  for (auto& [kind, group] : groups)
    if (!group.shown) lacking_entries.push_back(group.first);
  std::ranges::sort(lacking_entries, {}, &Finding::fact);
  out.insert(out.end(), lacking_entries.begin(), lacking_entries.end());
}

}  // namespace mingbai::contract
