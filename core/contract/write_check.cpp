#include <algorithm>

#include "core/contract/messages.h"
#include "core/contract/write.h"

namespace mingbai::contract {
namespace {

using eligibility::DocumentItem;

std::string_view verdict_key(eligibility::Verdict verdict) {
  constexpr std::string_view keys[]{"eligible", "not_eligible", "incomplete"};
  return keys[static_cast<std::size_t>(verdict)];
}

// A document goes by one key: the alternative that is held, else the usual one, which stands first.
std::string usual_key(const DocumentItem& item, const std::vector<std::string>& held) {
  for (const auto& key : item.any_of)
    if (std::ranges::find(held, key) != held.end()) return key;
  return item.any_of.empty() ? item.key : item.any_of.front();
}

Json keys_json(const std::vector<DocumentItem>& items, const std::vector<std::string>& held) {
  Json out = Json::array();
  for (const auto& item : items) out.push_back(usual_key(item, held));
  return out;
}

Json details_json(const eligibility::Documents& documents, Language language) {
  Json out = Json::array();
  const auto add = [&](const std::vector<DocumentItem>& items, std::string_view role) {
    for (const auto& item : items) {
      Json one = Json::object();
      one["key"] = item.key;
      one["role"] = role;
      one["any_of"] = item.any_of;
      one["label"] = item.label.in(language);
      one["note"] = item.note.in(language);
      one["source"] = to_json(item.source);
      out.push_back(std::move(one));
    }
  };
  add(documents.required, "required");
  add(documents.must_not_be_asked, "must_not_be_asked");
  return out;
}

Json documents_json(const eligibility::Documents& documents, Language language) {
  Json out = Json::object();
  out["required"] = keys_json(documents.required, documents.held);
  out["held"] = documents.held;
  out["missing"] = keys_json(documents.missing, documents.held);
  out["must_not_be_asked"] = keys_json(documents.must_not_be_asked, {});
  out["details"] = details_json(documents, language);
  return out;
}

Json decision_json(const eligibility::Decision& decision, Language language) {
  Json out = Json::object();
  out["mode"] = decision.mode;
  out["by"] = decision.by;
  out["within"] = decision.within;
  out["label"] = decision.label.in(language);
  out["source"] = decision.source ? to_json(*decision.source) : Json(nullptr);
  return out;
}

Json met_json(const std::vector<eligibility::Met>& list, Language language) {
  Json out = Json::array();
  for (const auto& met : list) {
    Json one = Json::object();
    one["code"] = met.code;
    one["fact"] = met.fact;
    one["message"] = met.message.in(language);
    one["source"] = to_json(met.source);
    out.push_back(std::move(one));
  }
  return out;
}

// A value as the message itself would write it.
Json value_json(policy::FactType type, const std::string& written) {
  if (type == policy::FactType::boolean) return written == "true";
  if (type == policy::FactType::integer) return std::stoll(written);
  return written;
}

Json change_json(const eligibility::Change& change, Language language) {
  Json out = Json::object();
  out["fact"] = change.fact;
  out["label"] = change.label.in(language);
  if (change.type == policy::FactType::list) {
    out["from"] = change.from_known ? Json(change.from_list) : Json(nullptr);
    out["to"] = change.to_list;
  } else {
    out["from"] = value_json(change.type, change.from);
    out["to"] = value_json(change.type, change.to);
    out["to_label"] = change.to_label.in(language);
  }
  return out;
}

Json changes_json(const std::vector<std::vector<eligibility::Change>>& sets, Language language) {
  Json out = Json::array();
  for (const auto& set : sets) {
    Json one = Json::array();
    for (const auto& change : set) one.push_back(change_json(change, language));
    out.push_back(std::move(one));
  }
  return out;
}

Json day(const std::optional<Date>& date) { return date ? Json(to_iso(*date)) : Json(nullptr); }

}  // namespace

std::string write(const eligibility::CheckResult& result, Language language) {
  Json out = Json::object();
  out["policy"] = policy_json(result.policy_id, result.policy_version, result.as_of);
  out["verdict"] = verdict_key(result.verdict);
  out["findings"] = to_json(result.findings, language);
  out["met"] = met_json(result.met, language);
  out["documents"] = documents_json(result.documents, language);
  out["decision"] = result.decision ? decision_json(*result.decision, language) : Json(nullptr);
  out["benefit_from"] = day(result.benefit_from);
  out["benefit_to"] = day(result.benefit_to);
  out["notice"] = result.notice ? Json(result.notice->in(language)) : Json(nullptr);
  out["missing"] = to_json(result.missing, language);
  out["notes"] = to_json(result.notes, language);
  out["changes"] = changes_json(result.changes, language);
  out["basis"] = to_key(result.basis);
  return dump(out);
}

}  // namespace mingbai::contract
