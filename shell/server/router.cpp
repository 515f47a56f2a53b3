#include "shell/server/router.h"

#include <algorithm>
#include <optional>

#include "shell/server/path.h"
#include "shell/server/problem.h"
#include "shell/server/routes/routes.h"
#include "shell/server/same_origin.h"
#include "shell/server/services.h"

namespace mingbai::server {
namespace {

constexpr Route table[] = {
    {Method::post, "/api/v1/accounts", accounts_create},
    {Method::post, "/api/v1/accounts/password", accounts_password},
    {Method::post, "/api/v1/sessions", sessions_create},
    {Method::get, "/api/v1/sessions", sessions_list},
    {Method::del, "/api/v1/sessions", sessions_close},
    {Method::get, "/api/v1/sessions/current", sessions_show},
    {Method::del, "/api/v1/sessions/current", sessions_delete},
    {Method::post, "/api/v1/push", envelopes_push},
    {Method::get, "/api/v1/pull", records_pull},
    {Method::post, "/api/v1/filings/{id}/events", filing_events_create},
    {Method::post, "/api/v1/filings/{id}/reveal", filing_reveal},
    {Method::post, "/api/v1/filings/{id}/attachments", attachments_create},
    {Method::get, "/api/v1/filings/{id}/attachments", attachments_list},
    {Method::post, "/api/v1/attachments/{id}", attachment_parts_create, "application/octet-stream"},
    {Method::get, "/api/v1/attachments/{id}", attachments_show},
    {Method::get, "/api/v1/filings/{id}/notice", filing_notice},
    {Method::get, "/api/v1/filings/{id}/receipt", filing_receipt},
    {Method::get, "/api/v1/filings/{id}/refusal", filing_refusal},
    {Method::get, "/api/v1/review/queue", review_queue},
    {Method::get, "/api/v1/review/filings/{id}", review_filing_show},
    {Method::post, "/api/v1/review/batch", review_batch, "text/csv"},
    {Method::get, "/api/v1/review/sample", review_sample},
    {Method::get, "/api/v1/review/ledger.csv", review_ledger},
    {Method::post, "/api/v1/review/reveals", reveals_create},
    {Method::post, "/api/v1/review/reveals/{id}", reveals_confirm},
    {Method::get, "/api/v1/review/reveals/{id}", reveals_show},
    {Method::get, "/api/v1/statistics", statistics_show},
    {Method::get, "/api/v1/statistics/institutions", statistics_institutions},
    {Method::post, "/api/v1/bindings/codes", binding_codes_create},
    {Method::post, "/api/v1/bindings", bindings_create},
    {Method::get, "/healthz", health_show},
    {Method::get, "/metrics", metrics_show},
};

bool serves(Method offered, Method asked) {
  return offered == asked || (offered == Method::get && asked == Method::head);
}

bool is_type(std::string_view content_type, std::string_view wanted) {
  std::string type(content_type.substr(0, content_type.find(';')));
  while (type.ends_with(' ')) type.pop_back();
  std::transform(type.begin(), type.end(), type.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return type == wanted;
}

std::optional<Response> refusal(const Route& route, const Request& request) {
  if (request.method == Method::get || request.method == Method::head) return std::nullopt;
  if (!is_same_origin(request)) return problem(Problem::cross_site);
  const auto type = request.header("content-type");
  const bool readable = is_type(type, "application/json") || (route.takes && is_type(type, route.takes));
  if (request.method == Method::post && !readable) return problem(Problem::not_json);
  return std::nullopt;
}

Response not_allowed(std::string allow) {
  Response response = problem(Problem::method_not_allowed);
  response.headers.push_back({"Allow", std::move(allow)});
  return response;
}

std::string methods_of(std::string_view path) {
  std::string allow;
  for (const Route& route : table) {
    if (!path_matches(route.path, path)) continue;
    allow.append(allow.empty() ? "" : ", ").append(to_text(route.method));
    if (route.method == Method::get) allow += ", HEAD";
  }
  return allow;
}

Response file(const Services& services, const Request& request) {
  if (!services.files.contains(request.path)) return problem(Problem::not_found);
  if (!serves(Method::get, request.method)) return not_allowed("GET, HEAD");
  return services.files.serve(request);
}

}  // namespace

std::span<const Route> routes() { return table; }

std::string_view to_text(Method method) {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::head:
      return "HEAD";
    case Method::post:
      return "POST";
    case Method::put:
      return "PUT";
    case Method::patch:
      return "PATCH";
    case Method::del:
      return "DELETE";
    case Method::options:
      return "OPTIONS";
    case Method::other:
      return "OTHER";
  }
  return "OTHER";
}

boost::asio::awaitable<Routed> answer(Services& services, const Request& request) {
  for (const Route& route : table) {
    if (!serves(route.method, request.method) || !path_matches(route.path, request.path)) continue;
    Routed routed{{}, route.path};
    if (auto refused = refusal(route, request)) {
      routed.response = std::move(*refused);
    } else {
      routed.response = co_await route.handler(services, request);
    }
    co_return routed;
  }
  if (const std::string allow = methods_of(request.path); !allow.empty()) {
    co_return Routed{not_allowed(allow), request.path == "/healthz" ? "/healthz" : "/api/v1"};
  }
  Response response = file(services, request);
  const std::string_view pattern = response.status == 404 ? "none" : "static";
  co_return Routed{std::move(response), pattern};
}

}  // namespace mingbai::server
