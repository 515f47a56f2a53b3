#pragma once
// Which route answers a request, and what every route may rely on: a request that changes something has been
// seen to come from this site and to be JSON. Paths are compared exactly, but for
// an id (path.h).

#include <boost/asio/awaitable.hpp>
#include <span>
#include <string_view>

#include "shell/server/http.h"

namespace mingbai::server {

struct Services;

using Handler = boost::asio::awaitable<Response> (*)(Services&, const Request&);

struct Route {
  Method method;
  std::string_view path;
  Handler handler;
  const char* takes = nullptr;  // beside JSON, "text/csv"
};

std::span<const Route> routes();
std::string_view to_text(Method);

struct Routed {
  Response response;
  std::string_view pattern;  // for the log: the route's path, "static" or "none"
};

boost::asio::awaitable<Routed> answer(Services&, const Request&);

}  // namespace mingbai::server
