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
  facts.set(Fact::application_providers_count, static_cast<std::int64_t>(application.providers.size()));
  facts.set_text_if(Fact::application_physician_title, application.physician.title);
  facts.set_if(Fact::application_physician_registered, application.physician.registered);
  facts.set(Fact::application_agent, application.agent ? 1 : 0);
  if (application.agent) {
    facts.set_text_if(Fact::application_agent_name, application.agent->name);
    facts.set_text_if(Fact::application_agent_relation, application.agent->relation);
    facts.set_if(Fact::application_agent_consent, application.agent->consent);
  }
  if (application.documents) facts.set_list(*application.documents);
  return facts;
}

}  // namespace mingbai::eligibility
