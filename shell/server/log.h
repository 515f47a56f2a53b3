#pragma once
// The server's log: one line an event on standard error, "key=value" in fixed order, safe from any thread.
//
//   2026-11-21T10:58:05Z request method=POST route=/api/v1/push status=200 ms=3 bytes=412
//
// Never in it: addresses, logins, ids, queries, bodies, names of files asked for. A route is logged by its
// pattern.

#include <initializer_list>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace mingbai::server {

class Log {
 public:
  using Field = std::pair<std::string_view, std::string>;
  void set_quiet(bool quiet) { quiet_ = quiet; }  // before the first thread
  void write(std::string_view event, std::initializer_list<Field> fields = {});

 private:
  bool quiet_ = false;
  std::mutex mutex_;
};

}  // namespace mingbai::server
