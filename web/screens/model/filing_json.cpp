#include "web/screens/model/filing_json.h"

#include <algorithm>
#include <charconv>

#include "core/policy/fact.h"
#include "web/screens/model/entry.h"

namespace mingbai::screens {
namespace {

using policy::FactType;

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

// What cannot be read is null and stays away from the message: its field says so.
Json value_of(FactType type, const std::string& typed) {
  if (typed.empty() || type == FactType::list) return nullptr;
  if (type == FactType::boolean) return typed == "yes";
  if (type == FactType::date) return read_date(typed) ? Json(tidy_date(typed)) : Json(nullptr);
  if (type != FactType::integer) return typed;
  std::int64_t whole = 0;
  const auto [end, fault] = std::from_chars(typed.data(), typed.data() + typed.size(), whole);
  return fault == std::errc() && end == typed.data() + typed.size() ? Json(whole) : Json(nullptr);
}

void put_answer(Json& message, const std::string& name, const std::string& typed) {
  const auto fact = policy::find_fact(name);
  if (!fact) return;
  Json value = value_of(policy::type_of(*fact), typed);
  if (value.is_null()) return;
  Json* at = &message;
  std::size_t from = 0;
  for (std::size_t dot = name.find('.'); dot != name.npos; from = dot + 1, dot = name.find('.', from)) {
    at = &(*at)[name.substr(from, dot - from)];
    if (!at->is_object()) *at = Json::object();
  }
  (*at)[name.substr(from)] = std::move(value);
}

Json agent(const FilingForm& form) {
  if (form.whom != "other") return nullptr;
  Json out = Json::object();
  put(out, "name", form.agent_name);
  put_certificate(out, form.agent_number);
  put(out, "relation", form.relation);
  if (form.consent) out["consent"] = true;  // not ticked yet is open, and no refusal
  return out;
}

Json institution(const ChosenInstitution& chosen) {
  Json out = {{"code", chosen.code}};
  for (const auto& [key, typed] : chosen.told) {
    const auto fact = policy::find_fact("application.provider." + key);
    if (!fact) continue;
    if (Json value = value_of(policy::type_of(*fact), typed); !value.is_null()) out[key] = std::move(value);
  }
  return out;
}

constexpr std::string_view own_fields[] = {"insured.scheme", "insured.region", "application.kind", "application.agent"};

}  // namespace

Json payload_json(const FilingForm& form, const Names& names) {
  Json insured = Json::object();
  put(insured, "scheme", form.scheme());
  if (const PackName* pack = names.pack(form.policy())) put(insured, "region", pack->region);
  put(insured, "name", form.name);
  put_certificate(insured, form.number);
  Json out = {{"policy", form.policy()}, {"insured", std::move(insured)}, {"application", {{"kind", form.kind}}}};
  for (const auto& [fact, typed] : form.answers) put_answer(out, fact, typed);
  Json& application = out["application"];
  if (form.kind == "remote_care" && !application.contains("channel")) application["channel"] = "online";
  if (!form.institutions.empty()) {
    Json chosen = Json::array();
    for (const ChosenInstitution& one : form.institutions) chosen.push_back(institution(one));
    application["providers"] = std::move(chosen);
  }
  if (!form.follows.empty()) {
    Json before = {{"code", form.answer("application.disease.code")}};
    put(before, "from", form.granted_from);
    out["insured"]["confirmed_diseases"] = Json::array({std::move(before)});
  }
  application["agent"] = agent(form);
  application["documents"] = form.documents;
  return out;
}

std::string typed_answer(const Json& value) {
  if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
  return value.is_string() ? value.get<std::string>() : value.is_number() ? one_line(value) : std::string();
}

void read_answers(const std::string& path, const Json& object, FilingForm& form) {
  if (!object.is_object()) return;
  for (const auto& [key, value] : object.items()) {
    const std::string name = path + "." + key;
    if (std::ranges::find(own_fields, name) != std::end(own_fields) || key == "certificate") continue;
    if (value.is_object()) read_answers(name, value, form);
    else if (policy::find_fact(name)) form.set(name, typed_answer(value));
  }
}

}  // namespace mingbai::screens
