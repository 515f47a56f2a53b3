#include "web/screens/model/backup.h"

#include <algorithm>

#include "web/screens/model/json_reading.h"

namespace mingbai::screens {
namespace {

constexpr std::string_view format = "mingbai-drafts";
constexpr std::int64_t version = 1;
constexpr std::size_t drafts_most = 500;

Json written(const std::string& id, const std::string& kind, const std::string& form, const std::string& at) {
  return {{"id", id}, {"kind", kind}, {"form", Json::parse(form, nullptr, false)}, {"updated_at", at}};
}

bool is_id(const std::string& text) {
  return text.size() == 32 && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool held(const DeviceState& state, const std::string& id) {
  const bool queued = std::ranges::find(state.queue, id, &Queued::filing) != state.queue.end();
  return queued || state.draft(id) != nullptr || state.filed(id) != nullptr;
}

}  // namespace

std::string backup_of(const DeviceState& state) {
  Json drafts = Json::array();
  for (const Draft& draft : state.drafts) drafts.push_back(written(draft.id, draft.kind, draft.form, draft.updated_at));
  for (const Queued& entry : state.queue) drafts.push_back(written(entry.filing, entry.kind, entry.form, entry.queued_at));
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
    if (held(state, draft.id)) ++out.skipped;
    else out.drafts.push_back(std::move(draft));
  }
  return out;
}

}  // namespace mingbai::screens
