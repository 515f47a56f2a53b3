#include "web/screens/model/json_reading.h"

namespace mingbai::screens {

const Json& part(const Json& from, const char* key) {
  static const Json nothing;
  if (!from.is_object()) return nothing;
  const auto found = from.find(key);
  return found == from.end() ? nothing : *found;
}

const Json& list(const Json& from, const char* key) {
  static const Json none = Json::array();
  const Json& value = part(from, key);
  return value.is_array() ? value : none;
}

std::string word(const Json& from, const char* key) {
  const Json& value = part(from, key);
  return value.is_string() ? value.get<std::string>() : std::string();
}

bool flag(const Json& from, const char* key) {
  const Json& value = part(from, key);
  return value.is_boolean() && value.get<bool>();
}

std::int64_t whole(const Json& from, const char* key) {
  const Json& value = part(from, key);
  return value.is_number_integer() ? value.get<std::int64_t>() : 0;
}

Text sentence(const Json& from, const char* key) {
  const Json& value = part(from, key);
  Text out = value.is_object() ? Text{word(value, "zh"), word(value, "en")} : Text{word(from, key), {}};
  if (out.en.empty()) out.en = out.zh;
  return out;
}

std::string one_line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }
std::string indented(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace mingbai::screens
