#pragma once
// One POST by plain HTTP and its answer, on the calling thread: for a platform or gateway inside the same
// network, or on this machine. Never on the event loop.

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "shell/server/http.h"

namespace mingbai::server {

struct PostAnswer {
  int status = 0;
  std::string body;
};

// "http://host[:port][/path]".
bool is_http_url(const std::string& url);

// Nothing when the address is none, or nobody answers in time.
std::optional<PostAnswer> http_post(const std::string& url, std::string body,
                                    const std::vector<Header>& headers, std::chrono::seconds patience);

}  // namespace mingbai::server
