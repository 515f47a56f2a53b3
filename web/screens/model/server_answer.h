#pragma once
// Questions to the server that a screen asks while somebody waits, and their answers (web/platform/bridge.h, ask_server).

#include <optional>
#include <string>
#include <string_view>

namespace mingbai::screens {

std::string get_question(std::string_view path);
std::string delete_question(std::string_view path);
std::string post_question(std::string_view path, std::string_view body, std::string_view media = "application/json");

struct ServerAnswer {
  std::string key;
  int status = 0;  // 0: no answer came
  std::string body;
  bool good() const { return status >= 200 && status < 300; }
};

std::optional<ServerAnswer> server_answer(std::string_view event_json);  // nothing: another event

}  // namespace mingbai::screens
