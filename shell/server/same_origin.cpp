#include "shell/server/same_origin.h"

#include <algorithm>

namespace mingbai::server {
namespace {

bool names_host(std::string_view origin, std::string_view host) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!origin.starts_with(scheme)) continue;
    const auto named = origin.substr(scheme.size());
    return std::equal(named.begin(), named.end(), host.begin(), host.end(), [](char a, char b) {
      const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
      return lower(a) == lower(b);
    });
  }
  return false;
}

}  // namespace

bool is_same_origin(const Request& request) {
  const auto origin = request.header("origin"), site = request.header("sec-fetch-site"),
             host = request.header("host");
  if (origin.empty() && site.empty()) return false;
  if (!site.empty() && site != "same-origin") return false;
  return origin.empty() || (!host.empty() && names_host(origin, host));
}

}  // namespace mingbai::server
