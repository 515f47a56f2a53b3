#include "core/eligibility/application_facts.h"

#include "core/reimbursement/claim_facts.h"

namespace mingbai::eligibility {

using policy::Fact;

policy::Facts facts_of(const policy::Policy& policy, const Application& application) {
  policy::Facts facts(policy.symbols);
  const auto day = [&](Fact fact, std::optional<Date> date) {
    if (date) facts.set(fact, date->days);
  };
  reimbursement::set_insured(facts, application.insured);
  day(Fact::as_of, application.as_of);
  if (!application.kind.empty()) facts.set_text(Fact::application_kind, application.kind);
  facts.set_text_if(Fact::application_category, application.category);
  facts.set_region_if(Fact::application_care_region, application.care_region);
  day(Fact::application_from, application.from);
  day(Fact::application_to, application.to);
  facts.set_text_if(Fact::application_channel, application.channel);
  facts.set_text_if(Fact::application_setting, application.setting);
  facts.set_text_if(Fact::application_disease_code, application.disease.code);
  facts.set_text_if(Fact::application_disease_class, application.disease.disease_class);
  facts.set_if(Fact::application_disease_confirmed, application.disease.confirmed);
  const ApplicationProvider& provider = application.provider;
  facts.set_text_if(Fact::application_provider_code, provider.code);
  facts.set_region_if(Fact::application_provider_region, provider.region);
  facts.set_text_if(Fact::application_provider_kind, provider.kind);
  facts.set_if(Fact::application_provider_level, provider.level);
  facts.set_text_if(Fact::application_provider_ownership, provider.ownership);
  facts.set_if(Fact::application_provider_last_score, provider.last_score);
  facts.set_if(Fact::application_provider_assessed, provider.assessed);
  facts.set_if(Fact::application_provider_qualified, provider.qualified);
  if (application.providers) {
    std::vector<std::string> codes;
    for (const ApplicationProvider& one : *application.providers)
      if (one.code) codes.push_back(*one.code);
    facts.set_list(Fact::application_providers, codes);
    facts.set(Fact::application_providers_count, static_cast<std::int64_t>(application.providers->size()));
  }
  facts.set_text_if(Fact::application_physician_title, application.physician.title);
  facts.set_if(Fact::application_physician_registered, application.physician.registered);
  facts.set(Fact::application_physician_specialist, application.physician.specialist ? 1 : 0);
  facts.set(Fact::application_agent, application.agent ? 1 : 0);
  if (application.agent) {
    facts.set_text_if(Fact::application_agent_name, application.agent->name);
    facts.set_text_if(Fact::application_agent_relation, application.agent->relation);
    facts.set_if(Fact::application_agent_consent, application.agent->consent);
  }
  if (application.documents) facts.set_list(Fact::application_documents, *application.documents);
  facts.set_text_if(Fact::application_reason, application.reason);
  day(Fact::application_service_date, application.service_date);
  facts.set_if(Fact::application_notified, application.notified);
  facts.set_text_if(Fact::application_occupation, application.occupation);
  facts.set_if(Fact::application_institution_pilot, application.institution.pilot);
  facts.set_if(Fact::application_institution_county, application.institution.county);
  facts.set_if(Fact::application_institution_dynamic_library, application.institution.dynamic_library);
  if (application.tasks) facts.set_list(Fact::application_tasks, *application.tasks);
  const Procurement& procurement = application.procurement;
  if (procurement.online_rate)
    facts.set(Fact::application_procurement_online_rate, procurement.online_rate->basis_points);
  facts.set_if(Fact::application_procurement_agreed, procurement.agreed);
  facts.set_if(Fact::application_procurement_bought, procurement.bought);
  facts.set_if(Fact::application_procurement_supply_failure, procurement.supply_failure);
  return facts;
}

}  // namespace mingbai::eligibility
