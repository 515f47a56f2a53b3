#include "web/screens/model/filing_form.h"

#include <nlohmann/json.hpp>
#include <vector>

#include "web/screens/model/entry.h"

namespace mingbai::screens {
namespace {

using Json = nlohmann::ordered_json;

struct Field {
  const char* name;
  std::string FilingForm::*value;
};

constexpr Field fields[] = {
    {"insured", &FilingForm::insured},       {"category", &FilingForm::category},
    {"care_region", &FilingForm::care_region}, {"enrolled", &FilingForm::enrolled},
    {"whom", &FilingForm::whom},             {"name", &FilingForm::name},
    {"number", &FilingForm::number},         {"agent_name", &FilingForm::agent_name},
    {"agent_number", &FilingForm::agent_number}, {"relation", &FilingForm::relation},
    {"from", &FilingForm::from},             {"to", &FilingForm::to},
};

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string word(const Json& from, const char* key) {
  if (!from.is_object()) return {};
  const auto found = from.find(key);
  return found != from.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Json part(const Json& from, const char* key) {
  if (!from.is_object()) return {};
  const auto found = from.find(key);
  return found == from.end() ? Json() : *found;
}

std::set<std::string> words(const Json& list) {
  std::set<std::string> out;
  if (!list.is_array()) return out;
  for (const Json& entry : list) {
    if (entry.is_string()) out.insert(entry.get<std::string>());
  }
  return out;
}

void put(Json& into, const char* key, const std::string& value) {
  if (!value.empty()) into[key] = value;
}

std::string upper(std::string number) {
  for (char& c : number) {
    if (c == 'x') c = 'X';
  }
  return number;
}

void put_certificate(Json& into, const std::string& number) {
  if (!number.empty()) into["certificate"] = {{"type", "identity_card"}, {"number", upper(number)}};
}

Json agent(const FilingForm& form) {
  if (form.whom != "other") return nullptr;
  Json out = Json::object();
  put(out, "name", form.agent_name);
  put_certificate(out, form.agent_number);
  put(out, "relation", form.relation);
  out["consent"] = form.consent;
  return out;
}

std::vector<std::string_view> characters(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t size = 1;
    while (i + size < text.size() && (static_cast<unsigned char>(text[i + size]) & 0xC0) == 0x80) ++size;
    out.push_back(text.substr(i, size));
    i += size;
  }
  return out;
}

}  // namespace

std::string FilingForm::policy() const { return insured.substr(0, insured.find('.')); }

std::string FilingForm::scheme() const {
  const std::size_t dot = insured.find('.');
  return dot == insured.npos ? std::string() : insured.substr(dot + 1);
}

FilingForm filing_form(std::string_view json) {
  const Json from = Json::parse(json, nullptr, false);
  FilingForm form;
  for (const Field& field : fields) {
    if (std::string value = word(from, field.name); !value.empty()) form.*field.value = std::move(value);
  }
  const Json consent = part(from, "consent");
  form.consent = consent.is_boolean() && consent.get<bool>();
  form.documents = words(part(from, "documents"));
  return form;
}

std::string to_json(const FilingForm& form) {
  Json out = Json::object();
  for (const Field& field : fields) put(out, field.name, form.*field.value);
  out["consent"] = form.consent;
  out["documents"] = form.documents;
  return dump(out);
}

FilingForm from_calculator(const CalculatorForm& bill) {
  FilingForm form;
  if (!bill.scheme().empty()) form.insured = bill.insured;
  if (is_away(bill.situation)) form.category = bill.situation;
  form.care_region = bill.care_region;
  return form;
}

std::string payload(const FilingForm& form, const Names& names) {
  Json insured = Json::object();
  put(insured, "scheme", form.scheme());
  if (const PackName* pack = names.pack(form.policy())) put(insured, "region", pack->region);
  if (!form.enrolled.empty()) insured["enrolled"] = form.enrolled == "yes";
  put(insured, "name", form.name);
  put_certificate(insured, form.number);

  Json application = {{"kind", "remote_care"}, {"channel", "online"}};
  put(application, "category", form.category);
  put(application, "care_region", form.care_region);
  if (!form.from.empty()) application["from"] = tidy_date(form.from);
  if (!form.to.empty()) application["to"] = tidy_date(form.to);
  application["agent"] = agent(form);
  application["documents"] = form.documents;
  return dump(Json{{"policy", form.policy()}, {"insured", insured}, {"application", application}});
}

FilingForm form_of_payload(std::string_view payload_json) {
  const Json from = Json::parse(payload_json, nullptr, false);
  const Json insured = part(from, "insured");
  const Json application = part(from, "application");
  const Json agent = part(application, "agent");
  FilingForm form;
  form.insured = word(from, "policy") + "." + word(insured, "scheme");
  form.category = word(application, "category");
  form.care_region = word(application, "care_region");
  const Json enrolled = part(insured, "enrolled");
  if (enrolled.is_boolean()) form.enrolled = enrolled.get<bool>() ? "yes" : "no";
  form.name = word(insured, "name");
  form.number = word(part(insured, "certificate"), "number");
  form.from = word(application, "from");
  form.to = word(application, "to");
  form.documents = words(part(application, "documents"));
  if (agent.is_object()) {
    form.whom = "other";
    form.agent_name = word(agent, "name");
    form.agent_number = word(part(agent, "certificate"), "number");
    form.relation = word(agent, "relation");
    const Json consent = part(agent, "consent");
    form.consent = consent.is_boolean() && consent.get<bool>();
  }
  return form;
}

std::string masked_number(std::string_view number) {
  if (number.size() <= 8) return std::string(number.size(), '*');
  return std::string(number.substr(0, 4)) + std::string(number.size() - 8, '*') +
         std::string(number.substr(number.size() - 4));
}

std::string masked_name(std::string_view name) {
  const auto all = characters(name);
  if (all.size() < 2) return std::string(name);
  std::string out(all.front());
  if (all.size() == 2) return out + "*";
  for (std::size_t i = 1; i + 1 < all.size(); ++i) out += '*';
  out += all.back();
  return out;
}

}  // namespace mingbai::screens
