#include "core/policy/fact.h"

namespace mingbai::policy {
namespace {

struct Row {
  Fact fact;
  std::string_view name;
  FactType type;
};

using enum FactType;

constexpr std::array<Row, fact_count> rows{{
    {Fact::as_of, "as_of", date},
    {Fact::insured_scheme, "insured.scheme", enumeration},
    {Fact::insured_continuous_months, "insured.continuous_months", integer},
    {Fact::insured_enrolled, "insured.enrolled", boolean},
    {Fact::insured_region, "insured.region", region},
    {Fact::insured_outpatient_basic, "insured.outpatient_basic", boolean},
    {Fact::insured_confirmed_diseases, "insured.confirmed_diseases", list},
    {Fact::insured_certificate_type, "insured.certificate.type", enumeration},
    {Fact::claim_care, "claim.care", enumeration},
    {Fact::claim_provider_code, "claim.provider.code", text},
    {Fact::claim_provider_region, "claim.provider.region", region},
    {Fact::claim_provider_kind, "claim.provider.kind", enumeration},
    {Fact::claim_provider_level, "claim.provider.level", integer},
    {Fact::claim_provider_price_level, "claim.provider.price_level", integer},
    {Fact::claim_provider_deductible_level, "claim.provider.deductible_level", integer},
    {Fact::claim_provider_grade, "claim.provider.grade", enumeration},
    {Fact::claim_provider_selected, "claim.provider.selected", boolean},
    {Fact::claim_provider_alliance, "claim.provider.alliance", text},
    {Fact::claim_remote, "claim.remote", enumeration},
    {Fact::claim_category, "claim.category", enumeration},
    {Fact::claim_disease, "claim.disease", text},
    {Fact::claim_disease_class, "claim.disease_class", enumeration},
    {Fact::claim_disease_confirmed, "claim.disease_confirmed", boolean},
    {Fact::claim_drug_program, "claim.drug_program", text},
    {Fact::claim_drug_listed, "claim.drug_listed", boolean},
    {Fact::claim_prescription_days, "claim.prescription_days", integer},
    {Fact::claim_admitted, "claim.admitted", date},
    {Fact::claim_discharged, "claim.discharged", date},
    {Fact::claim_operated, "claim.operated", date},
    {Fact::claim_split, "claim.split", boolean},
    {Fact::claim_continues, "claim.continues", enumeration},
    {Fact::claim_working_days_to_year_end, "claim.working_days_to_year_end", integer},
    {Fact::claim_total, "claim.total", money},
    {Fact::claim_own_expense, "claim.own_expense", money},
    {Fact::claim_over_limit, "claim.over_limit", money},
    {Fact::claim_upfront, "claim.upfront", money},
    {Fact::claim_outside_window, "claim.outside_window", money},
    {Fact::ledger_eligible_self_pay, "ledger.eligible_self_pay", money},
    {Fact::ledger_fund_paid, "ledger.fund_paid", money},
    {Fact::ledger_major_illness_paid, "ledger.major_illness_paid", money},
    {Fact::ledger_admissions, "ledger.admissions", integer},
    {Fact::ledger_splits, "ledger.splits", integer},
    {Fact::application_kind, "application.kind", enumeration},
    {Fact::application_category, "application.category", enumeration},
    {Fact::application_care_region, "application.care_region", region},
    {Fact::application_from, "application.from", date},
    {Fact::application_to, "application.to", date},
    {Fact::application_channel, "application.channel", enumeration},
    {Fact::application_setting, "application.setting", enumeration},
    {Fact::application_disease_code, "application.disease.code", text},
    {Fact::application_disease_class, "application.disease.class", enumeration},
    {Fact::application_disease_confirmed, "application.disease.confirmed", boolean},
    {Fact::application_disease_listed, "application.disease.listed", enumeration},
    {Fact::application_disease_origin, "application.disease.origin", enumeration},
    {Fact::application_provider_code, "application.provider.code", text},
    {Fact::application_provider_region, "application.provider.region", region},
    {Fact::application_provider_kind, "application.provider.kind", enumeration},
    {Fact::application_provider_level, "application.provider.level", integer},
    {Fact::application_provider_ownership, "application.provider.ownership", enumeration},
    {Fact::application_provider_last_score, "application.provider.last_score", integer},
    {Fact::application_provider_assessed, "application.provider.assessed", boolean},
    {Fact::application_provider_qualified, "application.provider.qualified", boolean},
    {Fact::application_provider_grant, "application.provider.grant", enumeration},
    {Fact::application_provider_designated_only, "application.provider.designated_only", boolean},
    {Fact::application_providers, "application.providers", list},
    {Fact::application_providers_count, "application.providers.count", integer},
    {Fact::application_providers_community, "application.providers.community", integer},
    {Fact::application_providers_pharmacies, "application.providers.pharmacies", integer},
    {Fact::application_providers_unqualified, "application.providers.unqualified", integer},
    {Fact::application_providers_outside, "application.providers.outside", integer},
    {Fact::application_providers_kind, "application.providers.kind", enumeration},
    {Fact::application_providers_region, "application.providers.region", region},
    {Fact::application_providers_qualified, "application.providers.qualified", boolean},
    {Fact::application_physician_title, "application.physician.title", enumeration},
    {Fact::application_physician_registered, "application.physician.registered", boolean},
    {Fact::application_physician_specialist, "application.physician.specialist", boolean},
    {Fact::application_agent, "application.agent", boolean},
    {Fact::application_agent_name, "application.agent.name", text},
    {Fact::application_agent_relation, "application.agent.relation", text},
    {Fact::application_agent_consent, "application.agent.consent", boolean},
    {Fact::application_documents, "application.documents", list},
    {Fact::application_reason, "application.reason", enumeration},
    {Fact::application_service_date, "application.service_date", date},
    {Fact::application_notified, "application.notified", boolean},
    {Fact::application_occupation, "application.occupation", enumeration},
    {Fact::application_institution_pilot, "application.institution.pilot", boolean},
    {Fact::application_institution_county, "application.institution.county", boolean},
    {Fact::application_institution_dynamic_library, "application.institution.dynamic_library", boolean},
    {Fact::application_tasks, "application.tasks", list},
    {Fact::application_procurement_online_rate, "application.procurement.online_rate", ratio},
    {Fact::application_procurement_agreed, "application.procurement.agreed", integer},
    {Fact::application_procurement_bought, "application.procurement.bought", integer},
    {Fact::application_procurement_supply_failure, "application.procurement.supply_failure", boolean},
    {Fact::case_diagnosis, "case.diagnosis", text},
    {Fact::case_procedures, "case.procedures", list},
    {Fact::case_treatment, "case.treatment", enumeration},
    {Fact::case_provider_class, "case.provider.class", enumeration},
    {Fact::case_provider_alliance, "case.provider.alliance", text},
    {Fact::case_transfers_class, "case.transfers.class", enumeration},
    {Fact::case_grass_roots, "case.grass_roots", enumeration},
    {Fact::case_rw, "case.rw", decimal},
    {Fact::case_cost, "case.cost", money},
    {Fact::case_mean_cost, "case.mean_cost", money},
    {Fact::case_new_technique, "case.new_technique", boolean},
    {Fact::budget_outpatient_lump, "budget.outpatient_lump", money},
    {Fact::budget_special_disease, "budget.special_disease", money},
    {Fact::budget_inpatient, "budget.inpatient", money},
    {Fact::budget_growth, "budget.growth", ratio},
    {Fact::budget_spent, "budget.spent", money},
    {Fact::budget_reasonable_overspend, "budget.reasonable_overspend", money},
}};

constexpr bool rows_stand_in_order() {
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (slot(rows[i].fact) != i) return false;
  return true;
}
static_assert(rows_stand_in_order());

constexpr std::array<std::string_view, 10> type_keys{"money", "ratio", "date",   "integer", "boolean",
                                                     "enum",  "text",  "region", "list",    "decimal"};

}  // namespace

std::string_view to_key(FactType type) { return type_keys[static_cast<std::size_t>(type)]; }

std::optional<FactType> parse_fact_type(std::string_view key) {
  for (std::size_t i = 0; i < type_keys.size(); ++i)
    if (type_keys[i] == key) return static_cast<FactType>(i);
  return std::nullopt;
}

std::string_view name_of(Fact fact) { return rows[slot(fact)].name; }

FactType type_of(Fact fact) { return rows[slot(fact)].type; }

std::optional<Fact> find_fact(std::string_view name) {
  for (const Row& row : rows)
    if (row.name == name) return row.fact;
  return std::nullopt;
}

std::vector<std::string> fact_names() {
  std::vector<std::string> out;
  for (const Row& row : rows) out.emplace_back(row.name);
  return out;
}

}  // namespace mingbai::policy
