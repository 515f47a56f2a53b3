#include "web/screens/model/filing_check.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/contract/messages.h"
#include "web/screens/model/entry.h"

namespace mingbai::screens {
namespace {

using eligibility::CheckResult;
using eligibility::DocumentItem;
using eligibility::Verdict;
using Json = nlohmann::ordered_json;

constexpr std::pair<std::string_view, std::string_view> field_of_fact[] = {
    {"policy", "insured"},
    {"insured.scheme", "insured"},
    {"insured.region", "insured"},
    {"insured.enrolled", "enrolled"},
    {"insured.name", "name"},
    {"insured.certificate.number", "number"},
    {"application.category", "category"},
    {"application.care_region", "care_region"},
    {"application.from", "from"},
    {"application.to", "to"},
    {"application.agent.name", "agent_name"},
    {"application.agent.certificate.number", "agent_number"},
    {"application.agent.relation", "relation"},
    {"application.agent.consent", "consent"},
    {"application.documents", "documents"},
};

std::string field_for(std::string_view fact) {
  for (const auto& [path, field] : field_of_fact) {
    if (path == fact) return std::string(field);
  }
  return fact.starts_with("application.documents") ? "documents" : std::string();
}

std::string dated(std::string_view payload_json, Date as_of) {
  Json message = Json::parse(payload_json, nullptr, false);
  if (!message.is_object()) message = Json::object();
  message["as_of"] = to_iso(as_of);
  message["statuses"] = {"in_force", "assumed"};
  return message.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// The form as far as entitlement goes.
FilingForm without_person(FilingForm form) {
  for (auto field : {&FilingForm::name, &FilingForm::number, &FilingForm::agent_name, &FilingForm::agent_number}) {
    (form.*field).clear();
  }
  if (read_date(form.from) == std::nullopt) form.from.clear();
  if (read_date(form.to) == std::nullopt) form.to.clear();
  return form;
}

std::string present(const FilingForm& form, std::string_view field, const Names& names, const strings::Strings& t) {
  if (field == "category") return std::string(situation_label(form.category, t));
  if (field == "care_region") return names.region(form.care_region, t.language);
  if (field == "enrolled") return std::string((form.enrolled == "yes" ? t("file.enrolled_yes") : t("file.enrolled_no")));
  if (field == "documents") return std::string(t("check.not_held"));
  if (field == "consent") return std::string(t("check.not_ticked"));
  return {};
}

MissingRow missing_row(const Finding& finding, const FilingForm& form, const Names& names, const strings::Strings& t) {
  MissingRow row;
  row.field = field_for(finding.fact);
  row.title = finding.message.in(t.language);
  row.now = present(form, row.field, names, t);
  row.should = finding.remedy.in(t.language);
  if (finding.source) row.source = source_line(*finding.source, names, t);
  return row;
}

BringRow bring_row(const DocumentItem& item, const FilingForm& form, const Names& names, const strings::Strings& t) {
  BringRow row{item.label.in(t.language), item.note.in(t.language), false, {}, source_line(item.source, names, t)};
  for (const std::string& key : item.any_of) {
    const bool held = form.documents.contains(key);
    row.held = row.held || held;
    row.any_of.push_back({key, names.choice("application.documents", key, t.language), held});
  }
  return row;
}

void fill_open(const CheckResult& result, CheckView& out, const strings::Strings& t) {
  for (const auto& fact : result.missing) {
    const std::string field = field_for(fact.fact);
    if (!field.empty() && std::find(out.open.begin(), out.open.end(), field) != out.open.end()) continue;
    out.open.push_back(field);
    out.open_labels.emplace_back(field.empty() ? fact.label.in(t.language) : std::string(field_label(field, t)));
  }
}

void fill_heading(const CheckResult& result, const FilingForm& form, const strings::Strings& t, CheckView& out) {
  using enum CheckView::Answer;
  const std::string count = std::to_string(out.missing.size());
  if (result.verdict == Verdict::eligible) {
    const bool emergency = form.category == "emergency";
    out.answer = emergency ? not_needed : eligible;
    out.heading = (emergency ? t("check.emergency") : t("check.eligible"));
  } else if (result.verdict == Verdict::not_eligible) {
    const bool temporary = form.category == "temporary" && out.missing.size() == 1;
    out.answer = temporary ? not_needed : not_eligible;
    out.heading = temporary ? std::string(t("check.temporary")) : t("check.not_eligible", {{"count", count}});
  } else if (!out.missing.empty() && out.open.empty()) {
    out.answer = incomplete;
    out.heading = t("check.incomplete", {{"count", count}});
  } else {
    out.answer = asking;
    out.heading = t("check.asking", {{"count", std::to_string(out.open.size())}});
  }
}

void fill_benefit(const CheckResult& result, CheckView& out) {
  if (!result.benefit_from) return;
  out.has_benefit = true;
  out.benefit_from = to_iso(*result.benefit_from);
  if (result.benefit_to) out.benefit_to = to_iso(*result.benefit_to);
}

std::string subject_of(const FilingForm& form, const Names& names, Date today, const strings::Strings& t) {
  std::string what;
  for (const std::string& part :
       {std::string(form.category.empty() ? std::string_view() : situation_label(form.category, t)),
        form.care_region.empty() ? std::string() : names.region(form.care_region, t.language)}) {
    if (part.empty()) continue;
    if (!what.empty()) what += t("list.dot");
    what += part;
  }
  if (what.empty()) what = t("kind.remote_care");
  return t("check.subject", {{"what", what}, {"day", to_iso(today)}});
}

}  // namespace

std::string_view field_label(std::string_view field, const strings::Strings& t) {
  const auto key = strings::find("file." + std::string(field));
  return key ? t(*key) : field;
}

std::optional<CheckResult> check_payload(const policy::Library& library, std::string_view payload, Date as_of) {
  const auto application = contract::read_application(library, dated(payload, as_of));
  if (!application) return std::nullopt;
  return eligibility::check(library, *application);
}

CheckView filing_check(const policy::Library& library, const Names& names, const FilingForm& form, Date today,
                       const strings::Strings& t) {
  CheckView out;
  out.subject = subject_of(form, names, today, t);
  const auto result = form.insured.empty() ? std::nullopt
                                           : check_payload(library, payload(without_person(form), names), today);
  if (!result) {
    for (const std::string_view field : {"insured", "category", "care_region", "enrolled"}) {
      out.open.emplace_back(field);
      out.open_labels.emplace_back(field_label(field, t));
    }
    out.heading = t("check.start");
    return out;
  }
  fill_open(*result, out, t);
  for (const Finding& finding : result->findings) out.missing.push_back(missing_row(finding, form, names, t));
  for (const auto& met : result->met) {
    out.met.push_back({met.message.in(t.language), source_line(met.source, names, t)});
  }
  for (const DocumentItem& item : result->documents.required) out.bring.push_back(bring_row(item, form, names, t));
  for (const DocumentItem& item : result->documents.must_not_be_asked) {
    out.must_not_be_asked.push_back(bring_row(item, form, names, t));
  }
  for (const Text& note : result->notes) out.notes.push_back(note.in(t.language));
  if (result->decision) {
    out.decision = result->decision->label.in(t.language);
    if (result->decision->source) out.decision_source = source_line(*result->decision->source, names, t);
  }
  fill_benefit(*result, out);
  fill_heading(*result, form, t, out);
  out.assumed = result->basis == policy::Status::assumed;
  return out;
}

std::map<std::string, std::string> filing_faults(const policy::Library& library, const Names& names,
                                                 const FilingForm& form, Date today, bool complete,
                                                 const strings::Strings& t) {
  std::map<std::string, std::string> faults;
  for (const auto& [field, value] : {std::pair("from", &form.from), std::pair("to", &form.to)}) {
    if (value->empty()) continue;
    if (const std::string fault = date_fault(*value, t); !fault.empty()) faults[field] = fault;
  }
  const auto from = read_date(form.from);
  const auto to = read_date(form.to);
  if (from && to && *to < *from) faults["to"] = t("file.to_before_from");

  FilingForm readable = form;
  if (!from) readable.from.clear();
  if (!to) readable.to.clear();
  // Which pack reads it makes no difference to a name or a number.
  if (readable.insured.empty() && !names.packs().empty()) readable.insured = names.packs().front().id + ".";
  if (!readable.insured.empty()) {
    const auto application = contract::read_application(library, dated(payload(readable, names), today));
    if (!application) {
      for (const Finding& finding : application.error()) {
        const std::string field = field_for(finding.fact);
        faults.try_emplace(field.empty() ? "form" : field, finding.message.in(t.language));
      }
    }
  }
  if (!complete) return faults;
  if (form.name.empty()) faults["name"] = t("file.name_needed");
  if (form.number.empty()) faults["number"] = t("file.number_needed");
  if (form.whom == "other") {
    if (form.agent_name.empty()) faults["agent_name"] = t("file.agent_name_needed");
    if (form.relation.empty()) faults["relation"] = t("file.relation_needed");
    if (!form.consent) faults["consent"] = t("file.consent_needed");
  }
  return faults;
}

}  // namespace mingbai::screens
