#include "core/filing/matter.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/policy/catalogue.h"
#include "core/policy/policy.h"

namespace mingbai::filing {
namespace {

using nlohmann::json;

const json& member(const json& object, const char* key) {
  static const json nothing;
  const auto found = object.is_object() ? object.find(key) : object.end();
  return object.is_object() && found != object.end() ? *found : nothing;
}

std::string text(const json& object, const char* key) {
  const json& value = member(object, key);
  return value.is_string() ? value.get<std::string>() : std::string();
}

std::string first_institution(const json& application) {
  if (auto code = text(member(application, "provider"), "code"); !code.empty()) return code;
  const json& providers = member(application, "providers");
  return providers.is_array() && !providers.empty() ? text(providers.front(), "code") : std::string();
}

json named_before(const json& application) {
  json named = json::array();
  if (const json& one = member(application, "provider"); one.is_object()) named.push_back(one);
  if (const json& several = member(application, "providers"); several.is_array()) {
    for (const json& one : several)
      if (one.is_object()) named.push_back(one);
  }
  return named;
}

void take(const json& from, std::initializer_list<const char*> keys, json& provider) {
  for (const char* key : keys)
    if (const auto found = from.find(key); found != from.end()) provider[key] = *found;
}

}  // namespace

Matter matter_of(const policy::Library& library, std::string_view payload) {
  const auto root = json::parse(payload.begin(), payload.end(), nullptr, false);
  const json& insured = member(root, "insured");
  const json& application = member(root, "application");
  Matter matter{.policy = text(root, "policy"), .region = text(insured, "region")};
  if (matter.region.empty()) {
    if (const auto* policy = library.find(matter.policy)) matter.region = policy->region;
  }
  matter.institution = first_institution(application);
  matter.subject = text(member(application, "disease"), "code");
  if (matter.subject.empty()) matter.subject = text(application, "category");
  matter.channel = text(application, "channel");
  matter.name = text(insured, "name");
  matter.certificate_type = text(member(insured, "certificate"), "type");
  matter.certificate = text(member(insured, "certificate"), "number");
  const json& agent = member(application, "agent");
  matter.by_agent = agent.is_object();
  matter.agent_name = text(agent, "name");
  if (const json& documents = member(application, "documents"); documents.is_array()) {
    for (const auto& document : documents) {
      if (document.is_string()) matter.documents.push_back(document.get<std::string>());
    }
  }
  return matter;
}

Text subject_name(const policy::Library& library, const Matter& matter) {
  const Text itself{matter.subject, matter.subject};
  const auto* policy = library.find(matter.policy);
  if (policy == nullptr) return itself;
  const auto& diseases = policy->catalogues.diseases;
  const auto disease = std::ranges::find(diseases, matter.subject, &policy::DiseaseEntry::code);
  if (disease != diseases.end()) return disease->label;
  const auto& categories = policy->dictionary.of(policy::Fact::application_category).domain;
  const auto category = std::ranges::find(categories, matter.subject, &policy::DomainValue::key);
  return category == categories.end() ? itself : category->label;
}

std::string with_providers(const policy::Library& library, std::string_view payload,
                           const std::vector<std::string>& codes, Date day, Vouched vouched) {
  auto root = json::parse(payload.begin(), payload.end(), nullptr, false);
  if (!root.is_object() || !root["application"].is_object() || codes.empty()) return std::string(payload);
  json& application = root["application"];
  const auto* policy = library.find(text(root, "policy"));
  const json before = named_before(application);
  const auto changed = [&](const std::string& code) {
    for (const json& one : before)
      if (text(one, "code") == code) return one;
    json provider = {{"code", code}};
    const bool listed = policy && policy::find_institution(policy->catalogues, code, day);
    if (!listed && !before.empty()) take(before.front(), {"region", "kind"}, provider);
    if (vouched == Vouched::no) return provider;
    if (!listed && !before.empty()) take(before.front(), {"level", "ownership"}, provider);
    provider["qualified"] = true;
    return provider;
  };
  if (application.contains("provider") || codes.size() == 1) application["provider"] = changed(codes.front());
  if (application.contains("providers") || codes.size() > 1) {
    application["providers"] = json::array();
    for (const auto& code : codes) application["providers"].push_back(changed(code));
  }
  return root.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace mingbai::filing
