#include "web/worker/desk/event.h"

#include <nlohmann/json.hpp>

#include "core/sync/fields.h"
#include "core/sync/instant.h"

namespace mingbai::worker {
namespace {

using nlohmann::json;

json text_or_null(std::string_view text) { return text.empty() ? json(nullptr) : json(text); }

json embedded(std::string_view text) {
  auto value = json::parse(text.begin(), text.end(), nullptr, false);
  return value.is_discarded() ? json(nullptr) : value;
}

json written(const store::Draft& draft) {
  return {{"id", draft.id},
          {"kind", draft.kind},
          {"form", embedded(draft.form)},
          {"updated_at", sync::utc_text(draft.updated_at)},
          {"edits", draft.filing.empty() ? json(nullptr) : json({{"filing", draft.filing}, {"version", draft.base_version}})}};
}

json written(const store::Conflict& conflict) {
  return {{"id", conflict.id},
          {"filing", conflict.filing},
          {"kind", conflict.kind},
          {"form", embedded(conflict.form)},
          {"payload", embedded(conflict.payload)},
          {"base_version", conflict.base_version},
          {"made_at", conflict.made_at},
          {"found_at", sync::utc_text(conflict.found_at)}};
}

json written(const sync::Queued& entry, bool session) {
  const std::string_view fault = !entry.fault.empty() ? std::string_view(entry.fault) : session ? "" : "login_required";
  return {{"id", entry.envelope.id},
          {"filing", entry.envelope.filing},
          {"base_version", entry.envelope.base_version},
          {"kind", entry.envelope.kind},
          {"form", embedded(entry.form)},
          {"payload", embedded(entry.envelope.payload)},
          {"queued_at", sync::utc_text(entry.queued_at)},
          {"attempts", entry.attempts},
          {"fault", text_or_null(fault)}};
}

json written(const std::optional<sync::Receipt>& receipt) {
  if (!receipt) return nullptr;
  return {{"number", receipt->number},
          {"sequence", receipt->sequence},
          {"received_at", receipt->received_at},
          {"sha256", receipt->sha256}};
}

json written(const sync::FilingCopy& copy) {
  json events = json::array();
  for (const auto* list : {&copy.device, &copy.server.events}) {
    for (const auto& event : *list) {
      events.push_back({{"type", event.type}, {"at", event.at}, {"by", event.by}, {"reasons", embedded(event.reasons)}});
    }
  }
  return {{"filing", copy.server.filing},
          {"kind", copy.server.kind},
          {"state", sync::to_key(copy.server.state)},
          {"version", copy.server.version},
          {"receipt", written(copy.server.receipt)},
          {"payload", embedded(copy.server.payload)},
          {"form", copy.form.empty() ? json(nullptr) : embedded(copy.form)},
          {"findings", embedded(copy.server.findings)},
          {"life", copy.server.life.empty() ? json(nullptr) : embedded(copy.server.life)},
          {"events", std::move(events)}};
}

json written(const store::Paper& paper, const Sending& upload) {
  const bool sending = paper.id == upload.paper;
  return {{"id", paper.id},
          {"filing", paper.filing},
          {"document", paper.document},
          {"name", paper.name},
          {"media", paper.media},
          {"bytes", paper.bytes},
          {"state", sending ? "sending" : store::to_key(paper.state)},
          {"sent", sending ? upload.sent : 0},
          {"of", (paper.bytes + store::paper_part_bytes - 1) / store::paper_part_bytes},
          {"fault", text_or_null(sending ? sync::to_key(upload.fault) : "")},
          {"retry_at", sending && upload.retry_at ? json(sync::utc_text(*upload.retry_at)) : json(nullptr)},
          {"attachment", text_or_null(paper.attachment)},
          {"findings", embedded(paper.findings)}};
}

json written(const Network& network) {
  return {{"online", network.online},
          {"fault", text_or_null(sync::to_key(network.fault))},
          {"retry_at", network.retry_at ? json(sync::utc_text(*network.retry_at)) : json(nullptr)},
          {"syncing", network.syncing}};
}

}  // namespace

std::string state_event(const State& state) {
  json drafts = json::array();
  json queue = json::array();
  json filings = json::array();
  const std::string_view storage_fault = state.storage.full ? "disk_full" : std::string_view(state.storage.fault);
  for (const auto& draft : state.drafts) drafts.push_back(written(draft));
  for (const auto& entry : state.queue) queue.push_back(written(entry, state.session));
  for (const auto& copy : state.filings) filings.push_back(written(copy));
  json papers = json::array();
  for (const auto& paper : state.papers) papers.push_back(written(paper, state.upload));
  json conflicts = json::array();
  for (const auto& conflict : state.conflicts) conflicts.push_back(written(conflict));
  return sync::dump({{"event", "state"},
                     {"storage", {{"kind", state.storage.kind}, {"fault", text_or_null(storage_fault)}}},
                     {"owner", true},
                     {"network", written(state.network)},
                     {"account", state.account.empty() ? json(nullptr) : json({{"login", state.account}})},
                     {"drafts", std::move(drafts)},
                     {"queue", std::move(queue)},
                     {"filings", std::move(filings)},
                     {"papers", std::move(papers)},
                     {"conflicts", std::move(conflicts)}});
}

std::string saved_event(std::string_view id, sync::Milliseconds at) {
  return sync::dump({{"event", "saved"}, {"id", id}, {"at", sync::utc_text(at)}});
}

std::string fault_event(std::string_view code, std::string_view during, std::string_view id, std::string_view findings) {
  json event = {{"event", "fault"}, {"code", code}, {"during", during}, {"findings", nullptr}};
  if (!id.empty()) event["id"] = id;
  if (!findings.empty()) event["findings"] = embedded(findings);
  return sync::dump(event);
}

}  // namespace mingbai::worker
