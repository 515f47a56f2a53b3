#include <algorithm>

#include "core/contract/messages.h"
#include "core/contract/read_insured.h"
#include "core/policy/library.h"
#include "core/policy/reading.h"
#include "core/reimbursement/keys.h"

namespace mingbai::contract {
namespace {

using eligibility::Application;

const std::vector<std::string> channels{"institution", "agency", "online"};
const std::vector<std::string> settings{"outpatient", "discharge", "agency"};
const std::vector<std::string> classes{"special", "chronic", "one", "two"};
const std::vector<std::string> titles{"resident", "attending", "associate_chief", "chief"};
const std::vector<std::string> reasons{"network_fault", "system_fault", "card_data_error", "other"};
const std::vector<std::string> occupations{"employee", "flexible", "religious_staff", "student", "other"};
const std::vector<std::string> tasks{"his_interface",     "doctor_network", "ports",           "card_readers",
                                     "settlement_system", "care_process",   "doctor_training", "network_test",
                                     "accounts",          "city_training",  "county_training"};
constexpr int volume_most = 1'000'000'000;
const std::vector<std::string> ownerships{"public", "private"};
const std::vector<std::string> documents_known{"identity_card",
                                               "social_security_card",
                                               "electronic_certificate",
                                               "diagnosis_certificate",
                                               "earlier_lab_report",
                                               "discharge_record",
                                               "referral_certificate",
                                               "residence_proof",
                                               "work_proof",
                                               "pledge",
                                               "application_form",
                                               "special_disease_card"};

eligibility::Disease read_disease(const Fields& disease) {
  disease.only({"code", "class", "confirmed"});
  return {disease.text("code"), disease.one_of("class", classes), disease.flag("confirmed")};
}

eligibility::ApplicationProvider read_provider(const Fields& provider) {
  provider.only({"code", "region", "kind", "level", "ownership", "last_score", "assessed", "qualified"});
  eligibility::ApplicationProvider out;
  out.code = provider.text("code");
  out.region = provider.region("region");
  out.kind = provider.one_of("kind", provider_kinds());
  out.level = provider.count("level", 1, 3);
  out.ownership = provider.one_of("ownership", ownerships);
  out.last_score = provider.count("last_score", 0, 1000);
  out.assessed = provider.flag("assessed");
  out.qualified = provider.flag("qualified");
  return out;
}

std::optional<eligibility::Agent> read_agent(const Fields& application, std::optional<Date> as_of) {
  if (!application.has("agent")) return std::nullopt;
  const Fields agent = application.object("agent");
  agent.only({"name", "certificate", "relation", "consent"});
  eligibility::Agent out;
  out.name = agent.text("name");
  read_certificate(agent.object("certificate"), as_of, out.certificate_type, out.certificate_number);
  out.relation = agent.text("relation");
  out.consent = agent.flag("consent");
  return out;
}

void read_documents(const Fields& application, const policy::Policy* policy, Application& out) {
  out.documents = application.texts("documents");
  if (!out.documents) return;
  auto known = documents_known;
  if (policy != nullptr)
    for (const auto& key : policy->document_keys())
      if (std::ranges::find(known, key) == known.end()) known.push_back(key);
  for (std::size_t i = 0; i < out.documents->size(); ++i)
    if (const auto& key = (*out.documents)[i]; std::ranges::find(known, key) == known.end())
      application.fault(Fault::unknown_value, "documents." + std::to_string(i), key, known);
}

// What an institution says of itself: its preparations, its procurement.
void read_institution(const Fields& fields, Application& out) {
  const Fields institution = fields.object("institution");
  institution.only({"pilot", "county", "dynamic_library"});
  out.institution = {institution.flag("pilot"), institution.flag("county"),
                     institution.flag("dynamic_library")};
  out.tasks = fields.texts("tasks");
  for (std::size_t i = 0; out.tasks && i < out.tasks->size(); ++i)
    if (std::ranges::find(tasks, (*out.tasks)[i]) == tasks.end())
      fields.fault(Fault::unknown_value, "tasks." + std::to_string(i), (*out.tasks)[i], tasks);
  const Fields procurement = fields.object("procurement");
  procurement.only({"online_rate", "agreed", "bought", "supply_failure"});
  out.procurement = {procurement.ratio("online_rate"), procurement.count("agreed", 0, volume_most),
                     procurement.count("bought", 0, volume_most), procurement.flag("supply_failure")};
}

void read_asked(const Fields& fields, const policy::Policy* policy, Application& out) {
  fields.only({"kind",         "category", "care_region", "from",        "to",    "channel",    "setting",
               "disease",      "provider", "providers",   "physician",   "agent", "documents",  "reason",
               "service_date", "notified", "occupation",  "institution", "tasks", "procurement"});
  out.kind = fields.one_of("kind", policy::application_kinds()).value_or("");
  out.category = fields.one_of("category", reimbursement::remote_categories());
  out.care_region = fields.region("care_region");
  out.from = fields.date("from");
  out.to = fields.date("to");
  if (out.from && out.to && *out.to < *out.from)
    fields.fault(Fault::to_before_from, "to", to_iso(*out.to), {to_iso(*out.from)});
  out.channel = fields.one_of("channel", channels);
  out.setting = fields.one_of("setting", settings);
  out.disease = read_disease(fields.object("disease"));
  out.provider = read_provider(fields.object("provider"));
  if (fields.has("providers")) out.providers.emplace();
  for (const Fields& provider : fields.objects("providers"))
    out.providers->push_back(read_provider(provider));
  const Fields physician = fields.object("physician");
  physician.only({"title", "registered", "specialist"});
  out.physician = {physician.one_of("title", titles), physician.flag("registered"),
                   physician.flag("specialist").value_or(true)};
  out.agent = read_agent(fields, out.as_of);
  read_documents(fields, policy, out);
  out.reason = fields.one_of("reason", reasons);
  out.service_date = fields.date("service_date");
  if (out.service_date && out.as_of && *out.service_date > *out.as_of)
    fields.fault(Fault::day_after_as_of, "service_date", to_iso(*out.service_date), {to_iso(*out.as_of)});
  out.notified = fields.flag("notified");
  out.occupation = fields.one_of("occupation", occupations);
  read_institution(fields, out);
}

}  // namespace

std::expected<Application, Findings> read_application(const policy::Library& library, std::string_view text) {
  const auto json = parse_json(text);
  if (!json) return std::unexpected(json.error());
  Findings findings;
  const Fields message(&*json, "", findings);
  if (json->is_null()) findings.push_back(finding(Fault::not_json, "", "null"));
  message.only({"policy", "as_of", "statuses", "insured", "application"});
  Application out;
  const policy::Policy* policy = json->is_object() ? read_policy(library, message, out.policy) : nullptr;
  out.as_of = message.date("as_of");
  out.statuses = read_statuses(message);
  const Fields insured = message.object("insured");
  out.insured = read_insured(insured, out.as_of);
  read_asked(message.object("application"), policy, out);
  if (policy != nullptr) check_scheme(insured, *policy, out.insured.scheme, out.as_of);
  if (!findings.empty()) return std::unexpected(std::move(findings));
  return out;
}

}  // namespace mingbai::contract
