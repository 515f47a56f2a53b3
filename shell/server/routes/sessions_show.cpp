#include <nlohmann/json.hpp>

#include "core/filing/civil_day.h"
#include "core/store/bindings.h"
#include "core/store/role_grants.h"
#include "shell/server/clock.h"
#include "shell/server/problem.h"
#include "shell/server/routes/routes.h"
#include "shell/server/session.h"

namespace mingbai::server {
namespace {

using nlohmann::ordered_json;

ordered_json or_null(const std::string& text) {
  return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

Response told(const std::string& login, const std::vector<store::RoleGrant>& roles, bool bound) {
  ordered_json body = {{"account", {{"login", login}}}, {"roles", ordered_json::array()}, {"bound", bound}};
  for (const auto& grant : roles) {
    body["roles"].push_back({{"role", to_key(grant.role)},
                             {"region", or_null(grant.region)},
                             {"institution", or_null(grant.institution)},
                             {"diseases", grant.diseases}});
  }
  return {.content_type = "application/json", .body = body.dump()};
}

}  // namespace

asio::awaitable<Response> sessions_show(Services& services, const Request& request) {
  auto show = [&](store::Database& db) -> store::Result<Response> {
    auto owner = require_session(services, db, request);
    if (!owner) return std::move(owner.error());
    auto roles = store::roles_of(db, owner->account);
    if (!roles) return std::unexpected(std::move(roles.error()));
    auto bound = store::is_bound(db, owner->account, filing::day_in_china(now()));
    if (!bound) return std::unexpected(std::move(bound.error()));
    return told(owner->login, *roles, *bound);
  };
  store::Result<Response> shown = co_await services.read(std::move(show));
  co_return shown ? std::move(*shown) : services.failed(shown.error());
}

}  // namespace mingbai::server
