#include "web/worker/desk/event.h"

#include <nlohmann/json.hpp>

#include "core/sync/fields.h"
#include "core/sync/instant.h"
#include "web/worker/desk/draft_json.h"
#include "web/worker/desk/json_object.h"

namespace mingbai::worker {
namespace {

using nlohmann::json;

json written(const store::Draft& draft) { return draft_json(draft); }

json written(const store::Conflict& conflict) {
  json out;
  put_text(out, "id", conflict.id);
  put_text(out, "filing", conflict.filing);
  put_text(out, "kind", conflict.kind);
  put_parsed(out, "form", conflict.form);
  put_parsed(out, "payload", conflict.payload);
  put_number(out, "base_version", conflict.base_version);
  put_text(out, "made_at", conflict.made_at);
  put_text(out, "found_at", sync::utc_text(conflict.found_at));
  return out;
}

json written(const sync::Queued& entry, bool session) {
  json out;
  put_text(out, "id", entry.envelope.id);
  put_text(out, "filing", entry.envelope.filing);
  put_number(out, "base_version", entry.envelope.base_version);
  put_text(out, "kind", entry.envelope.kind);
  put_parsed(out, "form", entry.form);
  put_parsed(out, "payload", entry.envelope.payload);
  put_text(out, "queued_at", sync::utc_text(entry.queued_at));
  put_number(out, "attempts", entry.attempts);
  put_text_or_null(out, "fault", !entry.fault.empty() ? std::string_view(entry.fault) : session ? "" : "login_required");
  return out;
}

json written(const std::optional<sync::Receipt>& receipt) {
  json out;
  if (!receipt) return out;
  put_text(out, "number", receipt->number);
  put_number(out, "sequence", receipt->sequence);
  put_text(out, "received_at", receipt->received_at);
  put_text(out, "sha256", receipt->sha256);
  return out;
}

json written(const sync::FilingCopy& copy) {
  json events = json::array(), out;
  for (const auto* list : {&copy.device, &copy.server.events}) {
    for (const auto& event : *list) {
      json& one = events.emplace_back();
      put_text(one, "type", event.type);
      put_text(one, "at", event.at);
      put_text(one, "by", event.by);
      put_parsed(one, "reasons", event.reasons);
    }
  }
  put_text(out, "filing", copy.server.filing);
  put_text(out, "kind", copy.server.kind);
  put_text(out, "state", sync::to_key(copy.server.state));
  put_number(out, "version", copy.server.version);
  put(out, "receipt", written(copy.server.receipt));
  put_parsed(out, "payload", copy.server.payload);
  put_parsed(out, "form", copy.form);
  put_parsed(out, "findings", copy.server.findings);
  put_parsed(out, "life", copy.server.life);
  put(out, "events", std::move(events));
  return out;
}

void put_moment(json& out, const std::optional<sync::Milliseconds>& at) {
  put_text_or_null(out, "retry_at", at ? sync::utc_text(*at) : std::string());
}

json written(const store::Paper& paper, const Sending& upload) {
  const bool sending = paper.id == upload.paper;
  json out;
  put_text(out, "id", paper.id);
  put_text(out, "filing", paper.filing);
  put_text(out, "document", paper.document);
  put_text(out, "name", paper.name);
  put_text(out, "media", paper.media);
  put_number(out, "bytes", paper.bytes);
  put_text(out, "state", sending ? "sending" : store::to_key(paper.state));
  put_number(out, "sent", sending ? upload.sent : 0);
  put_number(out, "of", (paper.bytes + store::paper_part_bytes - 1) / store::paper_part_bytes);
  put_text_or_null(out, "fault", sending ? sync::to_key(upload.fault) : "");
  put_moment(out, sending ? upload.retry_at : std::nullopt);
  put_text_or_null(out, "attachment", paper.attachment);
  put_parsed(out, "findings", paper.findings);
  return out;
}

json written(const Network& network) {
  json out;
  put_flag(out, "online", network.online);
  put_text_or_null(out, "fault", sync::to_key(network.fault));
  put_moment(out, network.retry_at);
  put_flag(out, "syncing", network.syncing);
  return out;
}

template <class List, class... More>
json written_all(const List& list, const More&... more) {
  json out = json::array();
  for (const auto& one : list) out.push_back(written(one, more...));
  return out;
}

}  // namespace

std::string state_event(const State& state) {
  json out, storage, account;
  put_text(storage, "kind", state.storage.kind);
  put_text_or_null(storage, "fault", state.storage.full ? "disk_full" : std::string_view(state.storage.fault));
  if (!state.account.empty()) put_text(account, "login", state.account);
  put_text(out, "event", "state");
  put(out, "storage", std::move(storage));
  put_flag(out, "owner", true);
  put(out, "network", written(state.network));
  put(out, "account", std::move(account));
  put(out, "drafts", written_all(state.drafts));
  put(out, "queue", written_all(state.queue, state.session));
  put(out, "filings", written_all(state.filings));
  put(out, "papers", written_all(state.papers, state.upload));
  put(out, "conflicts", written_all(state.conflicts));
  return sync::dump(out);
}

std::string saved_event(std::string_view id, sync::Milliseconds at) {
  json out;
  put_text(out, "event", "saved");
  put_text(out, "id", id);
  put_text(out, "at", sync::utc_text(at));
  return sync::dump(out);
}

std::string restored_event(const Restored& done) {
  json out;
  put_text(out, "event", "restored");
  put_number(out, "drafts", done.drafts);
  put_number(out, "papers", done.papers);
  put_number(out, "skipped", done.skipped);
  return sync::dump(out);
}

std::string fault_event(std::string_view code, std::string_view during, std::string_view id, std::string_view findings) {
  json out;
  put_text(out, "event", "fault");
  put_text(out, "code", code);
  put_text(out, "during", during);
  put(out, "findings", nullptr);
  if (!id.empty()) put_text(out, "id", id);
  if (!findings.empty()) put_parsed(out, "findings", findings);
  return sync::dump(out);
}

}  // namespace mingbai::worker
