#include "core/store/life_text.h"

#include <nlohmann/json.hpp>

#include "core/sync/instant.h"

namespace mingbai::store {
namespace {

using nlohmann::json;

json day_or_null(const std::optional<Date>& day) { return day ? json(to_iso(*day)) : json(nullptr); }

}  // namespace

std::string life_text(const filing::Life& life, std::int64_t version,
                      const std::vector<filing::Action>& next) {
  json object = {{"stage", to_key(life.stage)},
                 {"since", sync::utc_text(life.since)},
                 {"version", version},
                 {"by", to_key(life.by)},
                 {"effective_from", day_or_null(life.effective_from)},
                 {"effective_to", day_or_null(life.effective_to)},
                 {"next", json::array()}};
  for (const auto action : next) object["next"].push_back(to_key(action));
  return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string life_of_another(const std::string& life) {
  json object = json::parse(life, nullptr, false);
  if (!object.is_object()) return life;
  object["own"] = false;
  return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::vector<sync::Event> events_text(const std::vector<KeptEvent>& events) {
  std::vector<sync::Event> list;
  for (const auto& kept : events) {
    const auto& event = kept.event;
    const std::string at = sync::utc_text(event.at);
    const bool sent = !event.envelope.empty() && event.type != filing::EventType::refused;
    if (sent) list.push_back({"received", at});
    list.push_back(
        {std::string(to_key(event.type)), at, std::string(to_key(event.by)), event.reasons, kept.detail});
  }
  return list;
}

}  // namespace mingbai::store
