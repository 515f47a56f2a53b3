#include "core/contract/write.h"

#include "core/contract/messages.h"

namespace mingbai::contract {

Json from_json(Period period) {
  return period.from.days == INT32_MIN ? Json(nullptr) : Json(to_iso(period.from));
}

Json to_json(Period period) { return period.open_ended() ? Json(nullptr) : Json(to_iso(period.to)); }

Json to_json(const policy::Source& source) {
  Json out = Json::object();
  out["document"] = source.document;
  out["clause"] = source.clause;
  out["status"] = to_key(source.status);
  out["effective_from"] = from_json(source.effective);
  out["effective_to"] = to_json(source.effective);
  return out;
}

Json to_json(const Finding& finding, Language language) {
  Json out = Json::object();
  out["code"] = finding.code;
  out["fact"] = finding.fact;
  out["actual"] = finding.actual ? Json(*finding.actual) : Json(nullptr);
  out["allowed"] = finding.allowed;
  out["message"] = finding.message.in(language);
  out["remedy"] = finding.remedy.in(language);
  out["source"] = finding.source ? to_json(*finding.source) : Json(nullptr);
  return out;
}

Json to_json(const Findings& findings, Language language) {
  Json out = Json::array();
  for (const Finding& finding : findings) out.push_back(to_json(finding, language));
  return out;
}

Json to_json(const reimbursement::MissingFact& missing, Language language) {
  Json out = Json::object();
  out["fact"] = missing.fact;
  out["label"] = missing.label.in(language);
  out["type"] = missing.type;
  out["domain"] = missing.domain;
  return out;
}

Json to_json(const std::vector<reimbursement::MissingFact>& list, Language language) {
  Json out = Json::array();
  for (const auto& missing : list) out.push_back(to_json(missing, language));
  return out;
}

Json to_json(const std::vector<Text>& list, Language language) {
  Json out = Json::array();
  for (const auto& text : list) out.push_back(text.in(language));
  return out;
}

Json policy_json(const std::string& id, const std::string& version, std::optional<Date> as_of) {
  Json out = Json::object();
  out["id"] = id;
  out["version"] = version;
  out["as_of"] = as_of ? Json(to_iso(*as_of)) : Json(nullptr);
  return out;
}

std::string write(const Findings& findings, Language language) {
  Json out = Json::object();
  out["findings"] = to_json(findings, language);
  return dump(out);
}

}  // namespace mingbai::contract
