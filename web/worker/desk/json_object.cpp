#include "web/worker/desk/json_object.h"

#include <string>
#include <utility>

namespace mingbai::worker {

using nlohmann::json;

void put(json& object, const char* key, json value) { object[key] = std::move(value); }
void put_text(json& object, const char* key, std::string_view text) { object[key] = std::string(text); }
void put_number(json& object, const char* key, std::int64_t number) { object[key] = number; }
void put_flag(json& object, const char* key, bool flag) { object[key] = flag; }

void put_text_or_null(json& object, const char* key, std::string_view text) {
  object[key] = nullptr;
  if (!text.empty()) put_text(object, key, text);
}

void put_parsed(json& object, const char* key, std::string_view text) {
  json value = json::parse(text.begin(), text.end(), nullptr, false);
  object[key] = value.is_discarded() ? json(nullptr) : std::move(value);
}

}  // namespace mingbai::worker
