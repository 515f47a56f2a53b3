#include "web/screens/model/backup.h"

#include <algorithm>

#include "web/screens/model/filing_form.h"
#include "web/screens/model/json_reading.h"

namespace mingbai::screens {
namespace {

constexpr std::string_view format = "mingbai-drafts";
constexpr std::int64_t version = 1;
constexpr std::size_t drafts_most = 500;

Json written(const std::string& id, const std::string& kind, const std::string& form, const std::string& at, const Edited& edits) {
  Json out = {{"id", id}, {"kind", kind}, {"form", Json::parse(form, nullptr, false)}, {"updated_at", at}};
  if (!edits.filing.empty()) out["edits"] = {{"filing", edits.filing}, {"version", edits.version}};
  return out;
}

// As a draft it has an id of its own: its filing's is taken.
Json written(const Queued& entry) {
  if (entry.base_version == 0) return written(entry.filing, entry.kind, entry.form, entry.queued_at, {});
  return written(entry.id, entry.kind, entry.form, entry.queued_at, {entry.filing, entry.base_version});
}

Json written(const HeldConflict& conflict) {
  return written(conflict.id, conflict.kind, to_json(form_of_payload(conflict.payload)), conflict.made_at,
                 {conflict.filing, conflict.base_version});
}

bool is_id(const std::string& text) {
  return text.size() == 32 && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool held(const DeviceState& state, const std::string& id) {
  const bool queued = std::ranges::any_of(state.queue, [&](const Queued& entry) { return entry.filing == id || entry.id == id; });
  return queued || state.conflict(id) != nullptr || state.draft(id) != nullptr || state.filed(id) != nullptr;
}

}  // namespace

std::string backup_of(const DeviceState& state) {
  Json drafts = Json::array();
  for (const Draft& draft : state.drafts) drafts.push_back(written(draft.id, draft.kind, draft.form, draft.updated_at, draft.edits));
  for (const Queued& entry : state.queue) drafts.push_back(written(entry));
  for (const HeldConflict& conflict : state.conflicts) drafts.push_back(written(conflict));
  return one_line({{"format", format}, {"version", version}, {"drafts", std::move(drafts)}});
}

std::optional<Restoration> restoration_from(std::string_view text, const DeviceState& state) {
  const Json json = Json::parse(text, nullptr, false);
  if (word(json, "format") != format || whole(json, "version") != version || !json.contains("drafts")) return std::nullopt;
  Restoration out;
  for (const Json& one : list(json, "drafts")) {
    Draft draft{word(one, "id"), word(one, "kind"), {}, word(one, "updated_at")};
    if (!is_id(draft.id) || !part(one, "form").is_object() || out.drafts.size() >= drafts_most) return std::nullopt;
    draft.form = one_line(part(one, "form"));
    if (const Json& edits = part(one, "edits"); edits.is_object()) {
      draft.edits = {word(edits, "filing"), whole(edits, "version")};
      if (!is_id(draft.edits.filing) || draft.edits.version < 1) return std::nullopt;
    }
    if (held(state, draft.id)) ++out.skipped;
    else out.drafts.push_back(std::move(draft));
  }
  return out;
}

}  // namespace mingbai::screens
