#include "core/reimbursement/derived_facts.h"

#include <algorithm>

#include "core/policy/catalogue.h"

namespace mingbai::reimbursement {
namespace {

using policy::Fact;
using policy::Facts;
using policy::Policy;

std::optional<Date> day_of(const Claim& claim) {
  if (claim.discharged) return claim.discharged;
  return claim.care == Care::outpatient && claim.admitted ? claim.admitted : claim.as_of;
}

void disease(const Policy& policy, const Claim& claim, Date day, Facts& facts) {
  if (claim.disease) {
    const auto* entry = policy::find_disease(policy.catalogues, *claim.disease, day);
    const auto known = entry == nullptr ? std::nullopt : policy::class_of(*entry, claim.statuses);
    facts.set_text(Fact::claim_disease_class, known ? *known : "unlisted");
  }
  const auto& list = claim.insured.confirmed_diseases;
  if (!list) return facts.set(Fact::claim_disease_confirmed, 1);
  if (!claim.disease) return;
  const bool confirmed = std::ranges::any_of(*list, [&](const ConfirmedDisease& one) {
    return one.code == *claim.disease && (!one.from || *one.from <= day) && (!one.to || day <= *one.to);
  });
  facts.set(Fact::claim_disease_confirmed, confirmed ? 1 : 0);
}

void levels(const Policy& policy, const Claim& claim, Date day, Facts& facts) {
  const auto* entry = claim.provider.code
                          ? policy::find_institution(policy.catalogues, *claim.provider.code, day)
                          : nullptr;
  auto level = claim.provider.level;
  if (entry != nullptr && !level) level = entry->level;
  const auto own = [&](std::optional<int> of_its_own) { return of_its_own ? of_its_own : level; };
  facts.set_if(Fact::claim_provider_price_level, entry == nullptr ? level : own(entry->price_level));
  facts.set_if(Fact::claim_provider_deductible_level, entry == nullptr ? level : own(entry->deductible_level));
}

std::optional<std::int32_t> days(const Policy& policy, std::string_view parameter, Date day,
                                 policy::StatusSet statuses) {
  const auto index = policy.parameter_index(parameter);
  if (!index) return std::nullopt;
  const policy::ParameterValue* best = nullptr;
  for (const auto& value : policy.parameters[*index].values)
    if (policy::holds(value.authority, day, statuses) &&
        (best == nullptr || policy::goes_before(value.authority, best->authority)))
      best = &value;
  return best == nullptr ? std::nullopt : std::optional(static_cast<std::int32_t>(best->value));
}

void outside_window(const Policy& policy, const Claim& claim, Date day, Facts& facts) {
  if (claim.items.empty()) return facts.set(Fact::claim_outside_window, 0);
  const auto before = days(policy, "day_surgery_days_before", day, claim.statuses);
  const auto after = days(policy, "day_surgery_days_after", day, claim.statuses);
  if (!before || !after) return facts.set(Fact::claim_outside_window, 0);
  if (!claim.operated) return;
  std::int64_t outside = 0;
  for (const Item& item : claim.items)
    if (item.date && (*item.date < *claim.operated + -*before || *claim.operated + *after < *item.date))
      outside += item.amount.fen;
  facts.set(Fact::claim_outside_window, outside);
}

}  // namespace

void derive(const Policy& policy, const Claim& claim, Facts& facts) {
  const auto day = day_of(claim);
  if (!day) return;
  disease(policy, claim, *day, facts);
  levels(policy, claim, *day, facts);
  outside_window(policy, claim, *day, facts);
  if (claim.drug_program)
    facts.set(Fact::claim_drug_listed,
              policy::find_drug(policy.catalogues, *claim.drug_program, *day, claim.statuses) != nullptr);
  if (claim.discharged)
    facts.set(Fact::claim_working_days_to_year_end,
              policy::working_days_to_year_end(policy.catalogues, *claim.discharged));
}

}  // namespace mingbai::reimbursement
