#include "web/screens/model/device_state.h"

#include <algorithm>

#include "web/screens/model/json_reading.h"

namespace mingbai::screens {
namespace {

bool flag_or(const Json& from, const char* key, bool otherwise) {
  const Json& value = part(from, key);
  return value.is_boolean() ? value.get<bool>() : otherwise;
}

// A part that may be an object or its text.
std::string document(const Json& from, const char* key) {
  const Json& value = part(from, key);
  if (value.is_string()) return value.get<std::string>();
  return value.is_object() ? one_line(value) : std::string();
}

// {"zh","en"}, or a text with its translation under "…_en".
void both(const Json& from, const char* key, std::string& zh, std::string& en) {
  const Json& value = part(from, key);
  if (value.is_object()) {
    zh = word(value, "zh");
    en = word(value, "en");
  } else {
    zh = word(from, key);
    en = word(from, (std::string(key) + "_en").c_str());
  }
  if (en.empty()) en = zh;
}

std::vector<ReportedFinding> findings(const Json& from) { return read_finding_list(part(from, "findings")); }

Filed filed(const Json& json) {
  Filed out{.filing = word(json, "filing"), .kind = word(json, "kind"), .state = word(json, "state")};
  out.payload = document(json, "payload");
  const Json& life = part(json, "life");
  out.stage = word(life, "stage");
  out.own = flag_or(life, "own", true);
  out.version = life.is_object() ? whole(life, "version") : whole(json, "version");
  out.effective_from = word(life, "effective_from");
  out.effective_to = word(life, "effective_to");
  for (const Json& action : list(life, "next")) {
    if (action.is_string()) out.next.push_back(action.get<std::string>());
  }
  const Json& receipt = part(json, "receipt");
  out.receipt_number = word(receipt, "number");
  out.received_at = word(receipt, "received_at");
  out.sha256 = word(receipt, "sha256");
  out.findings = findings(json);
  for (const Json& event : list(json, "events")) {
    out.events.push_back({word(event, "type"), word(event, "at"), read_finding_list(part(event, "reasons")), word(event, "by")});
  }
  return out;
}

Queued queued(const Json& json) {
  Queued out{.id = word(json, "id"), .filing = word(json, "filing"), .kind = word(json, "kind")};
  out.form = document(json, "form");
  out.payload = document(json, "payload");
  out.queued_at = word(json, "queued_at");
  out.base_version = whole(json, "base_version");
  out.attempts = static_cast<int>(whole(json, "attempts"));
  out.fault = word(json, "fault");
  return out;
}

Edited edited(const Json& json) {
  const Json& edits = part(json, "edits");
  return edits.is_object() ? Edited{word(edits, "filing"), whole(edits, "version")} : Edited{};
}

HeldConflict conflict(const Json& json) {
  return {.id = word(json, "id"),
          .filing = word(json, "filing"),
          .kind = word(json, "kind"),
          .payload = document(json, "payload"),
          .made_at = word(json, "made_at"),
          .base_version = whole(json, "base_version")};
}

HeldPaper paper(const Json& json) {
  HeldPaper out{.id = word(json, "id"),
                .filing = word(json, "filing"),
                .document = word(json, "document"),
                .name = word(json, "name"),
                .state = word(json, "state")};
  out.bytes = whole(json, "bytes");
  out.sent = static_cast<int>(whole(json, "sent"));
  out.of = static_cast<int>(whole(json, "of"));
  out.fault = word(json, "fault");
  out.retry_at = word(json, "retry_at");
  out.attachment = word(json, "attachment");
  out.findings = findings(json);
  return out;
}

DeviceState state(const Json& json) {
  DeviceState out;
  out.known = true;
  out.storage_kind = word(part(json, "storage"), "kind");
  out.storage_fault = word(part(json, "storage"), "fault");
  out.owner = flag_or(json, "owner", true);
  const Json& network = part(json, "network");
  out.online = flag_or(network, "online", true);
  out.syncing = flag(network, "syncing");
  out.network_fault = word(network, "fault");
  out.retry_at = word(network, "retry_at");
  out.account = word(part(json, "account"), "login");
  for (const Json& draft : list(json, "drafts")) {
    out.drafts.push_back({word(draft, "id"), word(draft, "kind"), document(draft, "form"), word(draft, "updated_at"), edited(draft)});
  }
  for (const Json& entry : list(json, "queue")) out.queue.push_back(queued(entry));
  for (const Json& entry : list(json, "filings")) out.filings.push_back(filed(entry));
  for (const Json& entry : list(json, "papers")) out.papers.push_back(paper(entry));
  for (const Json& entry : list(json, "conflicts")) out.conflicts.push_back(conflict(entry));
  return out;
}

template <typename List, typename Key>
auto find_by(const List& list, Key key, std::string_view value) -> decltype(list.data()) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const auto& entry) { return entry.*key == value; });
  return found == list.end() ? nullptr : &*found;
}

}  // namespace

const Draft* DeviceState::draft(std::string_view id) const { return find_by(drafts, &Draft::id, id); }
const Queued* DeviceState::queued(std::string_view id) const { return find_by(queue, &Queued::id, id); }
const HeldConflict* DeviceState::conflict(std::string_view id) const { return find_by(conflicts, &HeldConflict::id, id); }
const Filed* DeviceState::filed(std::string_view id) const { return find_by(filings, &Filed::filing, id); }

std::vector<ReportedFinding> read_finding_list(const Json& list) {
  std::vector<ReportedFinding> out;
  if (!list.is_array()) return out;
  for (const Json& json : list) {
    ReportedFinding finding{.code = word(json, "code"), .fact = word(json, "fact")};
    both(json, "message", finding.message_zh, finding.message_en);
    both(json, "remedy", finding.remedy_zh, finding.remedy_en);
    const Json& source = part(json, "source");
    finding.document = word(source, "document");
    finding.clause = word(source, "clause");
    finding.status = word(source, "status");
    out.push_back(std::move(finding));
  }
  return out;
}

std::vector<ReportedFinding> read_findings(std::string_view event_json) {
  return findings(Json::parse(event_json, nullptr, false));
}

Report read_report(std::string_view event_json) {
  Report report;
  const Json json = Json::parse(event_json, nullptr, false);
  const std::string event = word(json, "event");
  if (event == "state") {
    report.kind = Report::Kind::state;
    report.state = state(json);
  } else if (event == "saved") {
    report.kind = Report::Kind::saved;
    report.id = word(json, "id");
    report.at = word(json, "at");
  } else if (event == "restored") {
    report.kind = Report::Kind::restored;
    report.drafts = static_cast<int>(whole(json, "drafts"));
    report.papers = static_cast<int>(whole(json, "papers"));
    report.skipped = static_cast<int>(whole(json, "skipped"));
  } else if (event == "fault") {
    report.kind = Report::Kind::fault;
    report.id = word(json, "id");
    report.code = word(json, "code");
    report.during = word(json, "during");
    report.findings = findings(json);
  }
  return report;
}

}  // namespace mingbai::screens
