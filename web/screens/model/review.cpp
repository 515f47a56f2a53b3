#include "web/screens/model/review.h"

#include <algorithm>

#include "web/screens/model/device_state.h"
#include "web/screens/model/filing_words.h"
#include "web/screens/model/json_reading.h"

namespace mingbai::screens {
namespace {

std::string stage_words(std::string_view stage, const strings::Strings& t) {
  const auto key = strings::find("stage." + std::string(stage));
  return key ? std::string(t(*key)) : std::string(stage);
}

std::optional<SourceLine> source_of(const ReportedFinding& finding, const Names& names, const strings::Strings& t) {
  if (finding.document.empty()) return std::nullopt;
  const auto status = policy::parse_status(finding.status);
  return source_line({.document = finding.document, .clause = finding.clause, .status = status.value_or(policy::Status::in_force)},
                     names, t);
}

void add_lines(const Json& check, const char* key, bool met, const Names& names, const strings::Strings& t, std::vector<CheckLine>& out) {
  for (const ReportedFinding& finding : read_finding_list(part(check, key))) {
    const bool zh = t.language == Language::zh;
    out.push_back({met, finding.code, zh ? finding.message_zh : finding.message_en, zh ? finding.remedy_zh : finding.remedy_en,
                   source_of(finding, names, t)});
  }
}

std::vector<std::string> document_words(const Json& documents, const char* key, const Names& names, const strings::Strings& t) {
  std::vector<std::string> out;
  for (const Json& one : list(documents, key)) {
    const std::string name = one.is_string() ? one.get<std::string>() : word(one, "key");
    if (!name.empty()) out.push_back(names.choice("application.documents", name, t.language));
  }
  return out;
}

FiledDocument filed_document(const Json& json, const Names& names, const strings::Strings& t) {
  const std::int64_t kilobytes = std::max<std::int64_t>(1, whole(json, "bytes") / 1024);
  const std::string dot(t("list.dot"));
  return {names.choice("application.documents", word(json, "document"), t.language) + dot + word(json, "name") + dot + std::to_string(kilobytes) + " KB",
          "/api/v1/attachments/" + word(json, "attachment")};
}

TimelineRow timeline_row(const Json& event, const strings::Strings& t) {
  TimelineRow row;
  const std::string type = word(event, "type"), by = word(event, "by");
  const auto title = strings::find("life." + type), who = strings::find("role." + by);
  row.title = title ? std::string(t(*title)) : type;
  if (who) row.detail = t(*who);
  if (const std::string said = word(event, "reason"); !said.empty()) row.detail += (row.detail.empty() ? "" : std::string(t("list.dot"))) + said;
  row.time = beijing_time(word(event, "at"));
  if (row.time.size() >= 16) row.time = row.time.substr(5, 11);
  row.fault = type == "refused" || type == "refusal_proposed";
  return row;
}

}  // namespace

std::vector<StaffRole> staff_roles(std::string_view session_json) {
  std::vector<StaffRole> out;
  const Json json = Json::parse(session_json, nullptr, false);
  for (const Json& role : list(json, "roles")) {
    const std::string name = word(role, "role");
    if (name != "insured" && name != "agent") out.push_back({name, word(role, "region"), word(role, "institution")});
  }
  return out;
}

bool reviews(const std::vector<StaffRole>& roles) {
  return std::ranges::any_of(roles, [](const StaffRole& r) {
    return r.role == "institution_reviewer" || r.role == "agency_clerk" || r.role == "auditor";
  });
}

std::string_view approval(const std::vector<StaffRole>& roles) {
  const auto holds = [&](std::string_view role) { return std::ranges::find(roles, role, &StaffRole::role) != roles.end(); };
  return holds("agency_clerk") ? "review" : holds("institution_reviewer") ? "confirm" : std::string_view();
}

WaitingFiling waiting_filing(const Json& json, const Names& names, const strings::Strings& t) {
  WaitingFiling out{.filing = word(json, "filing"), .receipt = word(json, "receipt"), .name = word(json, "name")};
  const std::string kind = kind_words(word(json, "kind"), names, t), subject = word(json, "subject");
  std::string named = names.choice("application.category", subject, t.language);
  if (named == subject) named = names.disease(subject, t.language);
  out.subject = subject.empty() ? kind : named + std::string(t("list.dot")) + kind;
  out.stage = word(json, "stage");
  out.stage_words = stage_words(out.stage, t);
  out.waited = waited_words(whole(json, "waiting_s"), t);
  out.share = static_cast<double>(whole(json, "waiting_s"));
  out.version = whole(json, "version");
  const std::string verdict = word(json, "verdict");
  out.check = verdict == "eligible" ? Checked::all_met : verdict.empty() ? Checked::unknown : Checked::some_unmet;
  return out;
}

std::optional<ReviewQueue> review_queue(std::string_view answer, const Names& names, const strings::Strings& t) {
  const Json json = Json::parse(answer, nullptr, false);
  if (!json.is_object() || !json.contains("filings")) return std::nullopt;
  ReviewQueue out;
  std::int64_t longest = 0;
  for (const Json& one : list(json, "filings")) {
    out.waiting.push_back(waiting_filing(one, names, t));
    longest = std::max(longest, whole(one, "waiting_s"));
    if (out.waiting.back().check == Checked::all_met) out.all_met.push_back(out.waiting.back().filing);
  }
  for (WaitingFiling& one : out.waiting) one.share = longest > 0 ? one.share / static_cast<double>(longest) : 0;
  out.more = flag(json, "more");
  const std::string count = std::to_string(out.waiting.size()) + (out.more ? "+" : "");
  out.heading = out.waiting.empty() ? std::string(t("review.none"))
                                    : t("review.heading", {{"count", count}, {"waited", waited_words(longest, t)}});
  return out;
}

bool ReviewedFiling::may(std::string_view action) const {
  return std::ranges::find(actions, action) != actions.end();
}

std::optional<ReviewedFiling> reviewed_filing(std::string_view answer, const Names& names, const strings::Strings& t) {
  const Json json = Json::parse(answer, nullptr, false);
  const Json& record = part(json, "record");
  if (!record.is_object()) return std::nullopt;
  ReviewedFiling out;
  const std::string text = word(record, "payload");
  const Json payload = text.empty() ? part(record, "payload") : Json::parse(text, nullptr, false);
  const Json& life = part(record, "life");
  const Json& receipt = part(record, "receipt");
  out.filing = word(record, "filing");
  out.title = filing_title(payload, names, t);
  if (const std::string name = word(part(payload, "insured"), "name"); !name.empty()) out.title = name + std::string(t("list.dot")) + out.title;
  out.kind = kind_words(word(record, "kind"), names, t);
  out.receipt = word(receipt, "number");
  out.received = beijing_time(word(receipt, "received_at"));
  out.stage = word(life, "stage");
  out.stage_words = stage_words(out.stage, t);
  out.version = whole(life, "version");
  out.facts = filing_facts(payload, names, t);
  const Json& check = part(json, "check");
  add_lines(check, "findings", false, names, t, out.check);
  add_lines(check, "met", true, names, t, out.check);
  const Json& documents = part(check, "documents");
  out.held = document_words(documents, "held", names, t);
  out.missing = document_words(documents, "missing", names, t);
  out.never = document_words(documents, "must_not_be_asked", names, t);
  std::vector<std::string> sent;
  for (const Json& one : list(json, "attachments")) {
    out.attachments.push_back(filed_document(one, names, t));
    sent.push_back(names.choice("application.documents", word(one, "document"), t.language));
  }
  std::ranges::copy_if(out.held, std::back_inserter(out.not_sent), [&](const std::string& name) { return std::ranges::find(sent, name) == sent.end(); });
  for (const Json& event : list(record, "events")) out.timeline.push_back(timeline_row(event, t));
  std::ranges::reverse(out.timeline);
  for (const Json& action : list(json, "actions")) {
    if (action.is_string()) out.actions.push_back(action.get<std::string>());
  }
  return out;
}

std::string decision(const ReviewedFiling& filing, std::string_view action, const std::vector<CheckLine>& reasons, std::string_view words,
                     std::string_view outcome) {
  Json body = {{"type", action}, {"version", filing.version}};
  if (!outcome.empty()) body["outcome"] = outcome;
  Json list = Json::array();
  for (const CheckLine& line : reasons) list.push_back({{"code", line.code}, {"message", line.message}, {"remedy", line.remedy}});
  if (!words.empty()) list.push_back({{"code", "reviewer"}, {"message", words}});
  if (!list.empty()) body["reasons"] = std::move(list);
  if (!words.empty()) body["text"] = words;
  return one_line(body);
}

std::string batch_decision(const std::vector<std::string>& filings, std::string_view action) {
  Json decisions = Json::array();
  for (const std::string& filing : filings) decisions.push_back({{"filing", filing}, {"type", action}});
  return one_line({{"decisions", std::move(decisions)}});
}

std::string problem_words(int status, std::string_view body, const strings::Strings& t) {
  if (status == 0) return std::string(t("review.unreachable"));
  const Json json = Json::parse(body, nullptr, false);
  const bool zh = t.language == Language::zh;
  std::string out = word(json, zh ? "detail" : "detail_en");
  if (out.empty()) out = word(json, zh ? "title" : "title_en");
  for (const ReportedFinding& finding : read_finding_list(part(json, "findings"))) {
    const std::string& message = zh ? finding.message_zh : finding.message_en;
    if (!message.empty()) out += (out.empty() || zh ? "" : " ") + message;
  }
  return out.empty() ? std::string(t("review.failed")) : out;
}

}  // namespace mingbai::screens
