#include "web/platform/bridge.h"

#include <cstdlib>
#include <string>

#include "web/platform/page_calls.h"
#include "web/platform/session.h"

namespace mingbai::platform {
namespace {

void tell(const char* what, std::string_view text, std::string_view more = {}) {
  page_tell(what, text.data(), static_cast<int>(text.size()), more.data(), static_cast<int>(more.size()));
}

std::string ask(const char* what, std::string_view key = {}) {
  char* answer = page_ask(what, key.data(), static_cast<int>(key.size()));
  std::string text(answer);
  std::free(answer);
  return text;
}

}  // namespace

Session& session() {
  static Session only;
  return only;
}

void send(std::string_view json) { tell("send", json); }
void send_file(std::string_view json, std::string_view handle) { tell("send_file", json, handle); }
void send_batch(std::string_view json, std::string_view handle) { tell("batch", json, handle); }
void ask_server(std::string_view key, std::string_view question_json) { tell("ask", key, question_json); }
void read_file(std::string_view key, std::string_view handle) { tell("read_file", handle, key); }
void bring_rest() { tell("bring_rest", {}); }
void wake() { page_wake(0); }
void wake_in(int delay_ms) { page_wake(delay_ms); }

std::string_view policies() { return session().policies; }
std::string_view today() { return session().today; }
std::string_view local_time() {
  session().time = ask("time");
  return session().time;
}
bool online() { return ask("online") == "1"; }

// Asked anew every time: between a press and the page's hashchange the address is ahead of what the screens were told.
std::string_view route() {
  const std::string_view link = address();
  const std::size_t hash = link.find('#');
  return hash == link.npos ? std::string_view() : link.substr(hash);
}
void go(std::string_view hash) { tell("go", hash); }
void replace_route(std::string_view hash) { tell("replace", hash); }
void set_title(std::string_view title) {
  if (session().title == title) return;
  session().title = title;
  tell("title", title);
}

void copy_text(std::string_view text) { tell("copy", text); }
std::string_view address() {
  session().address = ask("address");
  return session().address;
}
void print(std::string_view html_body) { tell("print", html_body); }
void download(std::string_view file_name, std::string_view media_type, std::string_view content) {
  session().media_type = media_type;
  tell("download_type", media_type);
  tell("download", file_name, content);
}

std::string remembered(std::string_view key) { return ask("remembered", key); }
void remember(std::string_view key, std::string_view value) { tell("remember", key, value); }

}  // namespace mingbai::platform
