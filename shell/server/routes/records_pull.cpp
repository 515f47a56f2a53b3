#include <algorithm>

#include "core/filing/civil_day.h"
#include "core/store/filings.h"
#include "shell/server/clock.h"
#include "shell/server/problem.h"
#include "shell/server/routes/routes.h"
#include "shell/server/session.h"

namespace mingbai::server {
namespace {

constexpr std::int64_t default_limit = 100;

// Up to 15 digits; `fallback` when the parameter is absent.
std::optional<std::int64_t> number(const Request& request, std::string_view name, std::int64_t fallback) {
  const auto text = request.parameter(name);
  if (!text) return fallback;
  const bool digits = std::all_of(text->begin(), text->end(), [](char c) { return c >= '0' && c <= '9'; });
  if (text->empty() || text->size() > 15 || !digits) return std::nullopt;
  return std::stoll(std::string(*text));
}

Finding no_number(std::string name) {
  return field_finding("wrong_type", std::move(name),
                       {"应为非负整数。", "A whole number from 0 on is expected here."},
                       {"请更新到最新版本后重试。", "Update the program and try again."});
}

}  // namespace

asio::awaitable<Response> records_pull(Services& services, const Request& request) {
  const auto after = number(request, "after", 0), limit = number(request, "limit", default_limit);
  Findings findings;
  if (!after) findings.push_back(no_number("after"));
  if (!limit || *limit == 0) findings.push_back(no_number("limit"));
  if (!findings.empty()) co_return problem(Problem::invalid, findings);

  using Owner = std::expected<store::SessionOwner, Response>;
  auto who = [&](store::Database& db) -> store::Result<Owner> {
    return require_session(services, db, request);
  };
  store::Result<Owner> owner = co_await services.read(std::move(who));
  if (!owner) co_return services.failed(owner.error());
  if (!*owner) co_return std::move(owner->error());
  const std::int64_t account = (*owner)->account;
  if (auto limited = count_request(services, account)) co_return std::move(*limited);

  const std::int64_t most = std::min(*limit, services.limits.pull_records_most);
  auto pull = [account, after = *after, most](store::Database& db) -> store::Result<std::string> {
    auto changed = store::changed_filings(db, account, after, most, filing::day_in_china(now()));
    if (!changed) return std::unexpected(std::move(changed.error()));
    return sync::write_pull(*changed);
  };
  store::Result<std::string> pulled = co_await services.read(std::move(pull));
  if (!pulled) co_return services.failed(pulled.error());
  co_return Response{.content_type = "application/json", .body = std::move(*pulled)};
}

}  // namespace mingbai::server
