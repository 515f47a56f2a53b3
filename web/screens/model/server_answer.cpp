#include "web/screens/model/server_answer.h"

#include "web/screens/model/json_reading.h"

namespace mingbai::screens {

std::string get_question(std::string_view path) { return one_line({{"method", "GET"}, {"path", path}}); }

std::string delete_question(std::string_view path) { return one_line({{"method", "DELETE"}, {"path", path}}); }

std::string post_question(std::string_view path, std::string_view body, std::string_view media) {
  return one_line({{"method", "POST"}, {"path", path}, {"body", body}, {"media", media}});
}

std::optional<ServerAnswer> server_answer(std::string_view event_json) {
  const Json json = Json::parse(event_json, nullptr, false);
  if (word(json, "event") != "answer") return std::nullopt;
  return ServerAnswer{word(json, "key"), static_cast<int>(whole(json, "status")), word(json, "body")};
}

}  // namespace mingbai::screens
