#pragma once
// The facts (事实) that rules may ask about: each has the name the messages use, a type and a slot number.
//
// A pack's dictionary (assets/policies/facts.json) gives them labels and domains; a pack that names a fact
// not listed here is refused with the nearest name. How a fact's value is held: money in fen, ratio in basis
// points, date in days, decimal in ten-thousandths, boolean 0 or 1, region as its six digits, enum and text
// as a symbol of the policy, list as several symbols.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mingbai::policy {

enum class FactType : std::uint8_t {
  money,
  ratio,
  date,
  integer,
  boolean,
  enumeration,
  text,
  region,
  list,
  decimal
};

std::string_view to_key(FactType);
std::optional<FactType> parse_fact_type(std::string_view);

enum class Fact : std::uint8_t {
  as_of,
  insured_scheme,
  insured_continuous_months,
  insured_enrolled,
  insured_region,
  insured_outpatient_basic,
  insured_confirmed_diseases,
  insured_certificate_type,
  claim_care,
  claim_provider_code,
  claim_provider_region,
  claim_provider_kind,
  claim_provider_level,
  claim_provider_price_level,
  claim_provider_deductible_level,
  claim_provider_grade,
  claim_provider_selected,
  claim_provider_alliance,
  claim_remote,
  claim_category,
  claim_disease,
  claim_disease_class,
  claim_disease_confirmed,
  claim_drug_program,
  claim_drug_listed,
  claim_prescription_days,
  claim_admitted,
  claim_discharged,
  claim_operated,
  claim_split,
  claim_continues,
  claim_working_days_to_year_end,
  claim_total,
  claim_own_expense,
  claim_over_limit,
  claim_upfront,
  claim_outside_window,
  ledger_eligible_self_pay,
  ledger_fund_paid,
  ledger_major_illness_paid,
  ledger_admissions,
  ledger_splits,
  application_kind,
  application_category,
  application_care_region,
  application_from,
  application_to,
  application_channel,
  application_setting,
  application_disease_code,
  application_disease_class,
  application_disease_confirmed,
  application_disease_listed,
  application_disease_origin,
  application_provider_code,
  application_provider_region,
  application_provider_kind,
  application_provider_level,
  application_provider_ownership,
  application_provider_last_score,
  application_provider_assessed,
  application_provider_qualified,
  application_provider_grant,
  application_provider_designated_only,
  application_providers,
  application_providers_count,
  application_providers_community,
  application_providers_pharmacies,
  application_providers_unqualified,
  application_providers_outside,
  application_providers_kind,
  application_providers_region,
  application_providers_qualified,
  application_physician_title,
  application_physician_registered,
  application_physician_specialist,
  application_agent,
  application_agent_name,
  application_agent_relation,
  application_agent_consent,
  application_documents,
  application_reason,
  application_service_date,
  application_notified,
  application_occupation,
  application_institution_pilot,
  application_institution_county,
  application_institution_dynamic_library,
  application_tasks,
  application_procurement_online_rate,
  application_procurement_agreed,
  application_procurement_bought,
  application_procurement_supply_failure,
  case_diagnosis,
  case_procedures,
  case_treatment,
  case_provider_class,
  case_provider_alliance,
  case_transfers_class,
  case_grass_roots,
  case_rw,
  case_cost,
  case_mean_cost,
  case_new_technique,
  budget_outpatient_lump,
  budget_special_disease,
  budget_inpatient,
  budget_growth,
  budget_spent,
  budget_reasonable_overspend,
};

inline constexpr std::size_t fact_count = static_cast<std::size_t>(Fact::budget_reasonable_overspend) + 1;

constexpr std::size_t slot(Fact fact) { return static_cast<std::size_t>(fact); }

std::string_view name_of(Fact);
FactType type_of(Fact);
std::optional<Fact> find_fact(std::string_view name);
std::vector<std::string> fact_names();

}  // namespace mingbai::policy
