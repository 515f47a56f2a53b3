#include "core/policy/missing.h"

#include <algorithm>
#include <utility>

namespace mingbai {

using policy::Fact;

namespace {

// What is asked for where a fact is derived: the leaf of the message that would settle it.
constexpr std::pair<Fact, Fact> leaves[]{
    {Fact::claim_remote, Fact::claim_provider_region},
    {Fact::claim_provider_price_level, Fact::claim_provider_level},
    {Fact::claim_provider_deductible_level, Fact::claim_provider_level},
    {Fact::claim_disease_class, Fact::claim_disease},
    {Fact::claim_disease_confirmed, Fact::claim_disease},
    {Fact::claim_drug_listed, Fact::claim_drug_program},
    {Fact::claim_outside_window, Fact::claim_operated},
    {Fact::claim_working_days_to_year_end, Fact::claim_discharged},
    {Fact::application_disease_listed, Fact::application_disease_code},
    {Fact::application_disease_origin, Fact::application_disease_code},
    {Fact::application_provider_grant, Fact::application_disease_code},
    {Fact::application_provider_designated_only, Fact::application_disease_code},
    {Fact::application_providers_count, Fact::application_providers},
    {Fact::application_providers_community, Fact::application_providers_kind},
    {Fact::application_providers_pharmacies, Fact::application_providers_kind},
    {Fact::application_providers_unqualified, Fact::application_providers_qualified},
    {Fact::application_providers_outside, Fact::application_providers_region},
};

Fact leaf_of(Fact fact) {
  const auto* it = std::ranges::find(leaves, fact, &std::pair<Fact, Fact>::first);
  return it == std::end(leaves) ? fact : it->second;
}

}  // namespace

std::vector<reimbursement::MissingFact> missing_facts(const policy::Policy& policy,
                                                      const std::vector<Fact>& facts,
                                                      std::optional<Date> day) {
  std::vector<reimbursement::MissingFact> out;
  for (Fact fact : facts) {
    fact = leaf_of(fact);
    const std::string name(policy::name_of(fact));
    if (std::ranges::find(out, name, &reimbursement::MissingFact::fact) != out.end()) continue;
    const policy::FactEntry& entry = policy.dictionary.of(fact);
    reimbursement::MissingFact missing{name, entry.label, std::string(to_key(policy::type_of(fact))), {}};
    if (missing.label.zh.empty()) missing.label = {name, name};
    missing.domain = fact == Fact::insured_scheme ? policy.scheme_keys(day) : policy.dictionary.keys(fact);
    if (entry.from && entry.to && *entry.to - *entry.from < 32)
      for (std::int64_t v = *entry.from; v <= *entry.to; ++v) missing.domain.push_back(std::to_string(v));
    out.push_back(std::move(missing));
  }
  return out;
}

}  // namespace mingbai
