#include "core/sync/record.h"

#include "core/sync/fields.h"

namespace mingbai::sync {
namespace {

using nlohmann::json;

json written(const Receipt& receipt) {
  return {{"number", receipt.number},
          {"sequence", receipt.sequence},
          {"received_at", receipt.received_at},
          {"sha256", receipt.sha256}};
}

json written_list(const std::string& text) {
  auto list = json::parse(text, nullptr, false);
  return list.is_array() ? list : json::array();
}

json written_object(const std::string& text) {
  auto object = json::parse(text, nullptr, false);
  return object.is_object() ? object : json::object();
}

json written(const Event& event) {
  json object = {{"type", event.type}, {"at", event.at}};
  if (event.by.empty()) return object;
  object["by"] = event.by;
  object["reasons"] = written_list(event.reasons);
  object["detail"] = written_object(event.detail);
  return object;
}

json written(const std::vector<Event>& events) {
  json list = json::array();
  for (const auto& event : events) list.push_back(written(event));
  return list;
}

json written(const Record& record) {
  json object = {{"sequence", record.sequence},
                 {"filing", record.filing},
                 {"version", record.version},
                 {"kind", record.kind},
                 {"state", to_key(record.state)},
                 {"envelope", record.envelope},
                 {"payload", record.payload},
                 {"receipt", record.receipt ? written(*record.receipt) : json(nullptr)},
                 {"findings", written_list(record.findings)},
                 {"events", written(record.events)}};
  if (!record.life.empty()) object["life"] = written_object(record.life);
  return object;
}

json written(const PushResult& result) {
  json object = {{"id", result.id}, {"outcome", to_key(result.outcome)}};
  switch (result.outcome) {
    case Outcome::received:
      object["receipt"] = result.receipt ? written(*result.receipt) : json(nullptr);
      object["version"] = result.version;
      break;
    case Outcome::refused:
      object["findings"] = written_list(result.findings);
      object["decided_at"] = result.decided_at;
      object["sha256"] = result.sha256;
      object["version"] = result.version;
      break;
    case Outcome::conflict:
      object["current"] = result.current ? written(*result.current) : json(nullptr);
      break;
    case Outcome::rejected:
      object["findings"] = written_list(result.findings);
      break;
  }
  return object;
}

std::string read_findings(Fields& fields) {
  const auto* list = fields.optional_list("findings");
  return list ? dump(*list) : "[]";
}

std::optional<Receipt> read_receipt(Fields& outer) {
  const auto* object = outer.object("receipt");
  if (!object) return std::nullopt;
  Fields fields(*object, outer.place("receipt"), outer.findings());
  Receipt receipt;
  receipt.number = fields.text("number");
  receipt.sequence = fields.number("sequence");
  receipt.received_at = fields.text("received_at");
  receipt.sha256 = fields.text("sha256");
  return receipt;
}

std::vector<Event> read_events(Fields& outer) {
  std::vector<Event> events;
  const auto* list = outer.optional_list("events");
  for (std::size_t at = 0; list && at < list->size(); ++at) {
    Fields fields((*list)[at], outer.place("events") + "/" + std::to_string(at), outer.findings());
    Event event;
    event.type = fields.text("type");
    event.at = fields.text("at");
    if (const auto* by = fields.optional_text("by")) {
      event.by = *by;
      if (const auto* reasons = fields.optional_list("reasons")) event.reasons = dump(*reasons);
      if (const auto* detail = fields.object("detail")) event.detail = dump(*detail);
    }
    events.push_back(std::move(event));
  }
  return events;
}

template <class Key, std::size_t N>
Key read_key(Fields& fields, const char* key, const Key (&known)[N]) {
  const std::string text = fields.text(key);
  for (const Key candidate : known) {
    if (to_key(candidate) == text) return candidate;
  }
  fields.fault("unknown_value", key, {"不认识的取值。", "This value is not known."});
  return known[0];
}

Record read_record(const json& object, const std::string& place, Findings& findings) {
  static constexpr FilingState states[] = {FilingState::received, FilingState::refused};
  Fields fields(object, place, findings);
  Record record;
  record.sequence = fields.number("sequence");
  record.filing = fields.id("filing");
  record.version = fields.number("version");
  record.kind = fields.text("kind");
  record.state = read_key(fields, "state", states);
  record.envelope = fields.id("envelope");
  record.payload = fields.text("payload");
  record.receipt = read_receipt(fields);
  record.findings = read_findings(fields);
  record.events = read_events(fields);
  if (const auto* life = fields.object("life")) record.life = dump(*life);
  return record;
}

void read_decided(Fields& fields, PushResult& result) {
  result.version = fields.number("version");
  if (result.outcome == Outcome::refused) {
    result.decided_at = fields.text("decided_at");
    result.sha256 = fields.text("sha256");
    return;
  }
  result.receipt = read_receipt(fields);
  if (!result.receipt) fields.fault("missing_key", "receipt", {"缺少回执。", "The receipt is missing."});
}

PushResult read_result(const json& object, const std::string& place, Findings& findings) {
  static constexpr Outcome outcomes[] = {Outcome::rejected, Outcome::received, Outcome::refused,
                                         Outcome::conflict};
  Fields fields(object, place, findings);
  PushResult result;
  result.id = fields.id("id");
  result.outcome = read_key(fields, "outcome", outcomes);
  result.findings = read_findings(fields);
  if (result.outcome == Outcome::received || result.outcome == Outcome::refused) read_decided(fields, result);
  if (const auto* current = fields.object("current")) {
    result.current = read_record(*current, fields.place("current"), findings);
  }
  return result;
}

}  // namespace

std::string_view to_key(FilingState state) { return state == FilingState::received ? "received" : "refused"; }

std::string_view to_key(Outcome outcome) {
  switch (outcome) {
    case Outcome::received:
      return "received";
    case Outcome::refused:
      return "refused";
    case Outcome::conflict:
      return "conflict";
    case Outcome::rejected:
      return "rejected";
  }
  return "rejected";
}

std::string write_results(std::span<const PushResult> results) {
  json list = json::array();
  for (const auto& result : results) list.push_back(written(result));
  return dump({{"results", std::move(list)}});
}

std::expected<std::vector<PushResult>, Findings> read_results(std::string_view text) {
  Findings findings;
  const auto root = parse_object(text, findings);
  if (!root) return std::unexpected(std::move(findings));
  Fields fields(*root, "", findings);
  std::vector<PushResult> results;
  const auto* list = fields.list("results");
  for (std::size_t at = 0; list && at < list->size(); ++at) {
    results.push_back(read_result((*list)[at], "results/" + std::to_string(at), findings));
  }
  if (!findings.empty()) return std::unexpected(std::move(findings));
  return results;
}

std::string write_record(const Record& record) { return dump(written(record)); }

std::string write_pull(const Pull& pull) {
  json list = json::array();
  for (const auto& record : pull.records) list.push_back(written(record));
  return dump({{"records", std::move(list)}, {"next", pull.next}, {"more", pull.more}});
}

std::expected<Pull, Findings> read_pull(std::string_view text) {
  Findings findings;
  const auto root = parse_object(text, findings);
  if (!root) return std::unexpected(std::move(findings));
  Fields fields(*root, "", findings);
  Pull pull;
  const auto* list = fields.list("records");
  for (std::size_t at = 0; list && at < list->size(); ++at) {
    pull.records.push_back(read_record((*list)[at], "records/" + std::to_string(at), findings));
  }
  pull.next = fields.number("next");
  pull.more = fields.flag("more");
  if (!findings.empty()) return std::unexpected(std::move(findings));
  return pull;
}

}  // namespace mingbai::sync
