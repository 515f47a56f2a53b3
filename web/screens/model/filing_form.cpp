#include "web/screens/model/filing_form.h"

#include <algorithm>

#include "core/policy/fact.h"
#include "web/screens/model/entry.h"
#include "web/screens/model/filing_json.h"
#include "web/screens/model/json_reading.h"

namespace mingbai::screens {
namespace {

struct Field {
  const char* name;
  std::string FilingForm::*value;
};

constexpr Field fields[] = {
    {"kind", &FilingForm::kind},
    {"insured", &FilingForm::insured},
    {"whom", &FilingForm::whom},
    {"name", &FilingForm::name},
    {"number", &FilingForm::number},
    {"agent_name", &FilingForm::agent_name},
    {"agent_number", &FilingForm::agent_number},
    {"relation", &FilingForm::relation},
    {"follows", &FilingForm::follows},
    {"granted_from", &FilingForm::granted_from},
};

// Drafts of the time when remote care was the only kind.
constexpr std::pair<const char*, const char*> earlier_fields[] = {{"category", "application.category"},
                                                                  {"care_region", "application.care_region"},
                                                                  {"enrolled", "insured.enrolled"},
                                                                  {"from", "application.from"},
                                                                  {"to", "application.to"}};

std::set<std::string> words(const Json& list) {
  std::set<std::string> out;
  if (!list.is_array()) return out;
  for (const Json& entry : list) {
    if (entry.is_string()) out.insert(entry.get<std::string>());
  }
  return out;
}

std::map<std::string, std::string> pairs(const Json& object) {
  std::map<std::string, std::string> out;
  if (!object.is_object()) return out;
  for (const auto& [key, value] : object.items()) {
    if (value.is_string()) out[key] = value.get<std::string>();
  }
  return out;
}

void read_earlier(const Json& from, FilingForm& form) {
  for (const auto& [name, fact] : earlier_fields) {
    if (std::string value = word(from, name); !value.empty()) form.set(fact, std::move(value));
  }
  if (form.kind.empty() && !form.answers.empty()) form.kind = "remote_care";
}

}  // namespace

bool is_filing_kind(std::string_view kind) { return std::ranges::find(filing_kinds, kind) != std::end(filing_kinds); }

std::string FilingForm::policy() const { return insured.substr(0, insured.find('.')); }

std::string FilingForm::scheme() const {
  const std::size_t dot = insured.find('.');
  return dot == insured.npos ? std::string() : insured.substr(dot + 1);
}

std::string FilingForm::answer(std::string_view fact) const {
  const auto found = answers.find(std::string(fact));
  return found == answers.end() ? std::string() : found->second;
}

void FilingForm::set(const std::string& fact, std::string value) {
  if (value.empty()) answers.erase(fact);
  else answers[fact] = std::move(value);
}

FilingForm filing_form(std::string_view json) {
  const Json from = Json::parse(json, nullptr, false);
  FilingForm form;
  for (const Field& field : fields) {
    if (std::string value = word(from, field.name); !value.empty()) form.*field.value = std::move(value);
  }
  form.answers = pairs(part(from, "answers"));
  for (const Json& one : list(from, "institutions")) form.institutions.push_back({word(one, "code"), pairs(part(one, "told"))});
  form.consent = flag(from, "consent");
  form.documents = words(part(from, "documents"));
  read_earlier(from, form);
  return form;
}

std::string to_json(const FilingForm& form) {
  Json out = Json::object();
  for (const Field& field : fields) {
    if (!(form.*field.value).empty()) out[field.name] = form.*field.value;
  }
  out["answers"] = form.answers;
  Json institutions = Json::array();
  for (const ChosenInstitution& one : form.institutions) institutions.push_back({{"code", one.code}, {"told", one.told}});
  out["institutions"] = std::move(institutions);
  out["consent"] = form.consent;
  out["documents"] = form.documents;
  return one_line(out);
}

FilingForm from_calculator(const CalculatorForm& bill) {
  FilingForm form;
  form.kind = "remote_care";
  if (!bill.scheme().empty()) form.insured = bill.insured;
  if (is_away(bill.situation)) form.set("application.category", bill.situation);
  form.set("application.care_region", bill.care_region);
  return form;
}

FilingForm filing_form(const Route& route) {
  FilingForm form;
  if (is_filing_kind(route.get("kind"))) form.kind = route.get("kind");
  form.insured = route.get("insured");
  if (!form.insured.empty() && form.insured.find('.') == form.insured.npos) form.insured += '.';
  for (const auto& [name, value] : route.fields) {
    const bool askable = name.starts_with("application.") && !name.starts_with("application.agent") && name != "application.kind";
    if (askable && policy::find_fact(name)) form.set(name, value);
  }
  return form;
}

std::string payload(const FilingForm& form, const Names& names) { return one_line(payload_json(form, names)); }

FilingForm form_of_payload(std::string_view payload_text) {
  const Json from = Json::parse(payload_text, nullptr, false);
  const Json& insured = part(from, "insured");
  const Json& application = part(from, "application");
  const Json& agent = part(application, "agent");
  FilingForm form;
  form.kind = word(application, "kind");
  form.insured = word(from, "policy") + "." + word(insured, "scheme");
  form.name = word(insured, "name");
  form.number = word(part(insured, "certificate"), "number");
  form.documents = words(part(application, "documents"));
  read_answers("insured", insured, form);
  read_answers("application", application, form);
  for (const Json& one : list(application, "providers")) {
    ChosenInstitution chosen{word(one, "code"), {}};
    for (const auto& [key, value] : one.items()) {
      if (key != "code") chosen.told[key] = typed_answer(value);
    }
    form.institutions.push_back(std::move(chosen));
  }
  if (!agent.is_object()) return form;
  form.whom = "other";
  form.agent_name = word(agent, "name");
  form.agent_number = word(part(agent, "certificate"), "number");
  form.relation = word(agent, "relation");
  form.consent = flag(agent, "consent");
  return form;
}

FilingForm recheck_of(std::string_view filing, std::string_view payload_text, std::string_view granted_from) {
  FilingForm form = form_of_payload(payload_text);
  form.kind = "recheck";
  form.follows = filing;
  form.granted_from = granted_from;
  form.documents.clear();
  std::erase_if(form.answers, [](const auto& answer) {
    return !answer.first.starts_with("application.disease.") && !answer.first.starts_with("application.provider.");
  });
  return form;
}

}  // namespace mingbai::screens
