#include "shell/server/act_request.h"

#include <algorithm>

#include "core/filing/judgement.h"
#include "core/sync/envelope.h"
#include "core/sync/fields.h"
#include "shell/server/problem.h"

namespace mingbai::server {
namespace {

using nlohmann::json;

constexpr std::size_t words_most = 2000;
constexpr std::size_t list_most = 50;

Finding unknown(std::string code, std::string fact) {
  return field_finding(std::move(code), std::move(fact), {"不认识的取值。", "This value is not known."},
                       {"请更正后重试。", "Correct it and try again."});
}

std::string words(sync::Fields& fields, const char* key) {
  const auto* text = fields.optional_text(key);
  if (!text) return "";
  if (text->size() > words_most) fields.fault("text_too_long", key, {"内容过长。", "The text is too long."});
  return *text;
}

std::vector<std::string> codes(sync::Fields& fields, const char* key) {
  std::vector<std::string> list;
  const auto* elements = fields.optional_list(key);
  if (!elements) return list;
  for (const auto& element : *elements) {
    const bool good = element.is_string() && !element.get_ref<const std::string&>().empty() &&
                      element.get_ref<const std::string&>().size() <= 64;
    if (!good || list.size() == list_most) {
      fields.fault("wrong_type", key, {"应为代码列表。", "A list of codes is expected here."});
      break;
    }
    list.push_back(element.get<std::string>());
  }
  return list;
}

Finding reason_of(sync::Fields& fields) {
  Finding reason =
      field_finding(fields.text("code"), "", {words(fields, "message"), words(fields, "message_en")},
                    {words(fields, "remedy"), words(fields, "remedy_en")});
  if (reason.message.en.empty()) reason.message.en = reason.message.zh;
  if (reason.message.zh.empty())
    fields.fault("missing_key", "message", {"理由没有写明。", "The reason has no words."});
  if (reason.remedy.zh.empty())
    reason.remedy = {"请按理由更正后重新提交。", "Correct what the reason names and submit again."};
  if (reason.remedy.en.empty()) reason.remedy.en = reason.remedy.zh;
  return reason;
}

std::string reasons(sync::Fields& outer) {
  const auto* list = outer.optional_list("reasons");
  if (!list) return "[]";
  Findings found;
  for (std::size_t at = 0; at < list->size() && at < list_most; ++at) {
    sync::Fields fields((*list)[at], outer.place("reasons") + "/" + std::to_string(at), outer.findings());
    fields.only({"code", "message", "message_en", "remedy", "remedy_en"});
    found.push_back(reason_of(fields));
  }
  return found.empty() ? "[]" : filing::write_bilingual(found);
}

void read_type(sync::Fields& fields, filing::Event& event) {
  const std::string key = fields.text("type");
  const auto type = filing::read_event_type(key);
  if (type && filing::action_of(*type)) {
    event.type = *type;
  } else if (!key.empty()) {
    Finding finding = unknown("unknown_value", fields.place("type"));
    for (const auto known : filing::all_event_types())
      if (filing::action_of(known)) finding.allowed.emplace_back(to_key(known));
    fields.findings().push_back(std::move(finding));
  }
}

BatchRow batch_row(const json& object, std::size_t at) {
  BatchRow row;
  sync::Fields fields(object, "decisions/" + std::to_string(at), row.faults);
  fields.only({"receipt", "filing", "type", "reasons", "text"});
  read_type(fields, row.act.event);
  row.act.event.reasons = reasons(fields);
  row.act.event.text = words(fields, "text");
  const auto* receipt = fields.optional_text("receipt");
  const auto* filing = fields.optional_text("filing");
  if (receipt || filing) {
    row.key = receipt ? *receipt : *filing;
  } else {
    fields.fault("missing_key", "receipt", {"缺少回执号。", "The receipt's number is missing."});
  }
  return row;
}

// Cells of one line; quotes double inside quotes. No line breaks inside a cell.
std::vector<std::string> cells(std::string_view line) {
  std::vector<std::string> list(1);
  bool quoted = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '"' && quoted && at + 1 < line.size() && line[at + 1] == '"') {
      list.back() += line[++at];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      list.emplace_back();
    } else {
      list.back() += c;
    }
  }
  return list;
}

}  // namespace

std::optional<store::Act> read_act(std::string_view body, const std::string& filing, Findings& findings) {
  const auto root = sync::parse_object(body, findings);
  if (!root) return std::nullopt;
  sync::Fields fields(*root, "", findings);
  fields.only({"type", "version", "id", "reasons", "reason", "providers", "documents", "text", "outcome"});
  store::Act act{.filing = filing, .id = "", .version = fields.number("version"), .event = {}};
  read_type(fields, act.event);
  if (fields.optional_text("id")) act.id = fields.id("id");
  act.event.reasons = reasons(fields);
  act.event.reason = words(fields, "reason");
  act.event.text = words(fields, "text");
  act.event.outcome = words(fields, "outcome");
  if (act.event.type == filing::EventType::spot_checked && act.event.outcome.empty())
    act.event.outcome = act.event.reasons == "[]" ? "upheld" : "set_aside";
  act.event.providers = codes(fields, "providers");
  act.event.documents = codes(fields, "documents");
  if (!findings.empty()) return std::nullopt;
  return act;
}

std::vector<BatchRow> read_batch(std::string_view body, Findings& findings) {
  std::vector<BatchRow> rows;
  const auto root = sync::parse_object(body, findings);
  if (!root) return rows;
  sync::Fields fields(*root, "", findings);
  fields.only({"decisions"});
  const auto* list = fields.list("decisions");
  if (list && (list->empty() || list->size() > batch_most))
    fields.fault("wrong_count", "decisions",
                 {"一次须为 1 至 500 条。", "Send 1 to 500 decisions at a time."});
  if (!findings.empty() || !list) return rows;
  for (std::size_t at = 0; at < list->size(); ++at) rows.push_back(batch_row((*list)[at], at));
  return rows;
}

std::vector<BatchRow> read_batch_csv(std::string_view body, Findings& findings) {
  if (body.starts_with("\xEF\xBB\xBF")) body.remove_prefix(3);
  json decisions = json::array();
  std::vector<std::string> header;
  while (!body.empty() && decisions.size() <= batch_most) {
    const auto end = std::min(body.find('\n'), body.size());
    std::string_view line = body.substr(0, end);
    body.remove_prefix(std::min(end + 1, body.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    auto row = cells(line);
    if (header.empty()) {
      header = std::move(row);
      continue;
    }
    json object = json::object(), reason = json::object();
    for (std::size_t at = 0; at < row.size() && at < header.size(); ++at) {
      if (row[at].empty()) continue;
      if (header[at] == "reason_code") {
        reason["code"] = row[at];
      } else if (header[at] == "reason") {
        reason["message"] = row[at];
      } else {
        object[header[at]] = row[at];
      }
    }
    if (!reason.empty()) object["reasons"] = json::array({reason});
    decisions.push_back(std::move(object));
  }
  const json whole = {{"decisions", std::move(decisions)}};
  return read_batch(whole.dump(-1, ' ', false, json::error_handler_t::replace), findings);
}

}  // namespace mingbai::server
