#include "web/screens/model/filing_check.h"

#include <algorithm>

#include "core/contract/messages.h"
#include "core/policy/fact.h"
#include "web/screens/model/entry.h"
#include "web/screens/model/filing_words.h"
#include "web/screens/model/json_reading.h"

namespace mingbai::screens {
namespace {

using eligibility::CheckResult;
using eligibility::DocumentItem;
using eligibility::Verdict;

constexpr std::pair<std::string_view, std::string_view> field_of_fact[] = {
    {"policy", "insured"},
    {"insured.scheme", "insured"},
    {"insured.region", "insured"},
    {"insured.name", "name"},
    {"insured.certificate.number", "number"},
    {"application.from", "from"},
    {"application.to", "to"},
    {"application.agent.name", "agent_name"},
    {"application.agent.certificate.number", "agent_number"},
    {"application.agent.relation", "relation"},
    {"application.agent.consent", "consent"},
};

std::string field_for(const std::string& fact) {
  for (const auto& [path, field] : field_of_fact) {
    if (path == fact) return std::string(field);
  }
  return fact.starts_with("application.documents") ? "documents" : fact;
}

// What stands there now, in words.
std::string present(const Finding& finding, const Names& names, const strings::Strings& t) {
  if (finding.fact.starts_with("application.documents")) return std::string(t("check.not_held"));
  if (finding.fact == "application.agent.consent") return std::string(t("check.not_ticked"));
  if (!finding.actual || finding.actual->empty()) return {};
  const auto own = strings::find("ask." + finding.fact + (*finding.actual == "true" ? ".yes" : ".no"));
  const bool flag = *finding.actual == "true" || *finding.actual == "false";
  return flag && own ? std::string(t(*own)) : answer_words(finding.fact, *finding.actual, names, t);
}

MissingRow missing_row(const Finding& finding, const Names& names, const strings::Strings& t) {
  MissingRow row;
  row.field = field_for(finding.fact);
  row.title = finding.message.in(t.language);
  row.now = present(finding, names, t);
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

// The agent's own two questions stand with the person, not among the rest.
bool asked_elsewhere(const std::string& fact) { return fact.starts_with("application.agent.") || fact == "insured.scheme"; }

void fill_open(const CheckResult& result, const FilingForm& form, const Names& names, CheckView& out, const strings::Strings& t) {
  const auto add = [&](const std::string& fact, std::string label) {
    if (std::ranges::find(out.open, fact) != out.open.end()) return;
    out.open.push_back(fact);
    out.open_labels.push_back(std::move(label));
  };
  if (form.scheme().empty()) add("insured", std::string(t("file.insured")));
  for (const FilingQuestion& question : out.questions) {
    if (!question.optional && !question.answered) add(question.fact, question.label);
  }
  for (const auto& fact : result.missing) {
    if (!asked_elsewhere(fact.fact)) continue;
    const FactName* name = names.fact(fact.fact);
    add(field_for(fact.fact), name != nullptr ? name->label.in(t.language) : fact.label.in(t.language));
  }
}

std::string list_words(const std::vector<std::string>& keys, const Names& names, const strings::Strings& t) {
  std::string out;
  for (const std::string& key : keys) out += (out.empty() ? std::string() : std::string(t("list.and"))) + names.choice("application.documents", key, t.language);
  return out.empty() ? std::string(t("check.not_held")) : out;
}

void fill_changes(const CheckResult& result, const Names& names, CheckView& out, const strings::Strings& t) {
  for (const auto& set : result.changes) {
    std::vector<ChangeRow> rows;
    for (const eligibility::Change& change : set) {
      ChangeRow row{change.label.in(t.language), {}, {}};
      const bool list = change.type == policy::FactType::list;
      row.from = list ? list_words(change.from_list, names, t) : answer_words(change.fact, change.from, names, t);
      row.to = list ? list_words(change.to_list, names, t) : answer_words(change.fact, change.to, names, t);
      if (!change.from_known) row.from.clear();
      rows.push_back(std::move(row));
    }
    out.changes.push_back(std::move(rows));
  }
}

bool without_rule(const CheckResult& result) {
  return std::ranges::any_of(result.findings, [](const Finding& finding) { return finding.code == "no_rule"; });
}

void fill_heading(const CheckResult& result, const FilingForm& form, const strings::Strings& t, CheckView& out) {
  using enum CheckView::Answer;
  const std::string count = std::to_string(out.missing.size()), category = form.answer("application.category");
  if (without_rule(result)) {
    out.answer = no_rule;
    out.heading = t("check.no_rule");
  } else if (result.verdict == Verdict::not_eligible) {
    const bool temporary = form.kind == "remote_care" && category == "temporary" && out.missing.size() == 1;
    out.answer = temporary ? not_needed : not_eligible;
    out.heading = temporary ? std::string(t("check.temporary")) : t("check.not_eligible", {{"count", count}});
  } else if (!out.open.empty()) {
    out.answer = asking;
    out.heading = t("check.asking", {{"count", std::to_string(out.open.size())}});
  } else if (result.verdict == Verdict::eligible) {
    const bool emergency = form.kind == "remote_care" && category == "emergency";
    out.answer = emergency ? not_needed : eligible;
    out.heading = (emergency ? t("check.emergency") : t("check.eligible"));
  } else {
    out.answer = incomplete;
    out.heading = t("check.incomplete", {{"count", count}});
  }
}

// Where an institution or a counter decides, the person prepares here and no more.
std::string prepares(const CheckResult& result, const FilingForm& form, const strings::Strings& t) {
  if (!result.decision) return {};
  if (result.decision->by == "institution") return std::string(t("check.prepares_institution"));
  const std::string channel = form.answer("application.channel");
  const bool at_counter = !channel.empty() && channel != "online";
  const bool decides_at_once = result.decision->mode == "instant" && form.kind != "remote_care";
  return at_counter || decides_at_once ? std::string(t("check.prepares_agency")) : std::string();
}

void fill_benefit(const CheckResult& result, CheckView& out) {
  if (!result.benefit_from) return;
  out.has_benefit = true;
  out.benefit_from = to_iso(*result.benefit_from);
  if (result.benefit_to) out.benefit_to = to_iso(*result.benefit_to);
}

std::string subject_of(const FilingForm& form, const Names& names, Date today, const strings::Strings& t) {
  return t("check.subject", {{"what", form_title(form, names, t)}, {"day", to_iso(today)}});
}

void fill_documents(const CheckResult& result, const FilingForm& form, const Names& names, CheckView& out, const strings::Strings& t) {
  for (const DocumentItem& item : result.documents.required) out.bring.push_back(bring_row(item, form, names, t));
  for (const DocumentItem& item : result.documents.must_not_be_asked) {
    out.must_not_be_asked.push_back(bring_row(item, form, names, t));
  }
}

}  // namespace

std::string dated(std::string_view payload_json, Date as_of) {
  Json message = Json::parse(payload_json, nullptr, false);
  if (!message.is_object()) message = Json::object();
  message["as_of"] = to_iso(as_of);
  message["statuses"] = {"in_force", "assumed"};
  return one_line(message);
}

FilingForm without_person(FilingForm form) {
  for (auto field : {&FilingForm::name, &FilingForm::number, &FilingForm::agent_name, &FilingForm::agent_number}) {
    (form.*field).clear();
  }
  return form;
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
  out.questions = filing_questions(library, names, form, today, t);
  const auto result = form.insured.empty() ? std::nullopt
                                           : check_payload(library, payload(without_person(form), names), today);
  if (!result) {
    out.open.emplace_back("insured");
    out.open_labels.emplace_back(t("file.insured"));
    out.heading = t("check.start");
    return out;
  }
  fill_open(*result, form, names, out, t);
  for (const Finding& finding : result->findings) out.missing.push_back(missing_row(finding, names, t));
  fill_changes(*result, names, out, t);
  for (const auto& met : result->met) {
    out.met.push_back({met.message.in(t.language), source_line(met.source, names, t)});
  }
  fill_documents(*result, form, names, out, t);
  for (const Text& note : result->notes) out.notes.push_back(note.in(t.language));
  out.prepares = prepares(*result, form, t);
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
  for (const auto& [name, typed] : form.answers) {
    const auto fact = policy::find_fact(name);
    if (!fact || typed.empty()) continue;
    std::string fault;
    if (policy::type_of(*fact) == policy::FactType::date) fault = date_fault(typed, t);
    const FactName* named = names.fact(name);
    if (policy::type_of(*fact) == policy::FactType::integer && typed.find_first_not_of("0123456789") != typed.npos) {
      fault = t("entry.not_a_count", {{"label", named != nullptr ? named->label.in(t.language) : name}});
    }
    if (!fault.empty()) faults[field_for(name)] = fault;
  }
  const auto from = read_date(form.answer("application.from")), to = read_date(form.answer("application.to"));
  if (from && to && *to < *from) faults["to"] = t("file.to_before_from");

  FilingForm readable = form;
  if (readable.kind.empty()) readable.kind = filing_kinds[0];
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
