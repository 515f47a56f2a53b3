#include "core/filing/life/event.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace mingbai::filing {
namespace {

using nlohmann::json;

struct Row {
  EventType type;
  std::string_view key;
  std::optional<Action> action;
};

constexpr Row rows[] = {
    {EventType::submitted, "submitted", std::nullopt},
    {EventType::supplied, "supplied", Action::supply},
    {EventType::supplement_asked, "supplement_asked", Action::ask_supplement},
    {EventType::confirmed, "confirmed", Action::confirm},
    {EventType::reviewed, "reviewed", Action::review},
    {EventType::took_effect, "took_effect", std::nullopt},
    {EventType::recheck_due, "recheck_due", std::nullopt},
    {EventType::expired, "expired", std::nullopt},
    {EventType::refusal_proposed, "refusal_proposed", Action::propose_refusal},
    {EventType::refused, "refused", Action::refuse},
    {EventType::withdrawn, "withdrawn", Action::withdraw},
    {EventType::cancelled, "cancelled", Action::cancel},
    {EventType::providers_changed, "providers_changed", Action::change_providers},
    {EventType::spot_checked, "spot_checked", Action::spot_check},
    {EventType::note, "note", Action::note},
};

constexpr auto types = [] {
  std::array<EventType, std::size(rows)> list{};
  for (std::size_t at = 0; at < list.size(); ++at) list[at] = rows[at].type;
  return list;
}();

void put(json& object, const char* key, const std::string& text) {
  if (!text.empty()) object[key] = text;
}

void put(json& object, const char* key, const std::vector<std::string>& list) {
  if (!list.empty()) object[key] = list;
}

void put(json& object, const char* key, const std::optional<Date>& day) {
  if (day) object[key] = to_iso(*day);
}

void take(const json& object, const char* key, std::string& text) {
  const auto found = object.find(key);
  if (found != object.end() && found->is_string()) text = found->get<std::string>();
}

void take(const json& object, const char* key, std::vector<std::string>& list) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_array()) return;
  for (const auto& element : *found) {
    if (element.is_string()) list.push_back(element.get<std::string>());
  }
}

void take(const json& object, const char* key, std::optional<Date>& day) {
  std::string text;
  take(object, key, text);
  if (const auto read = parse_date(text)) day = *read;
}

}  // namespace

std::string_view to_key(EventType type) { return rows[static_cast<std::size_t>(type)].key; }

std::optional<EventType> read_event_type(std::string_view key) {
  for (const Row& row : rows) {
    if (row.key == key || (row.action && to_key(*row.action) == key)) return row.type;
  }
  return std::nullopt;
}

std::span<const EventType> all_event_types() { return types; }

std::optional<Action> action_of(EventType type) { return rows[static_cast<std::size_t>(type)].action; }

std::optional<EventType> event_of(Action action) {
  for (const Row& row : rows) {
    if (row.action == action) return row.type;
  }
  return std::nullopt;
}

std::string write_detail(const Event& event) {
  json object = json::object();
  put(object, "reason", event.reason);
  put(object, "text", event.text);
  put(object, "outcome", event.outcome);
  put(object, "providers", event.providers);
  put(object, "documents", event.documents);
  put(object, "effective_from", event.effective_from);
  put(object, "effective_to", event.effective_to);
  return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

void read_detail(std::string_view text, Event& event) {
  const auto object = json::parse(text.begin(), text.end(), nullptr, false);
  if (!object.is_object()) return;
  take(object, "reason", event.reason);
  take(object, "text", event.text);
  take(object, "outcome", event.outcome);
  take(object, "providers", event.providers);
  take(object, "documents", event.documents);
  take(object, "effective_from", event.effective_from);
  take(object, "effective_to", event.effective_to);
}

}  // namespace mingbai::filing
