#include <nlohmann/json.hpp>

#include "core/sync/instant.h"
#include "shell/server/clock.h"
#include "shell/server/headers.h"
#include "shell/server/password.h"
#include "shell/server/problem.h"
#include "shell/server/routes/routes.h"
#include "shell/server/session.h"

namespace mingbai::server {

asio::awaitable<Response> sessions_list(Services& services, const Request& request) {
  auto list = [&](store::Database& db) -> store::Result<Response> {
    auto owner = require_session(services, db, request);
    if (!owner) return std::move(owner.error());
    const std::string hash = token_hash(*session_token(request.header("cookie")));
    auto open = store::sessions_of(db, owner->account, hash, now());
    if (!open) return std::unexpected(std::move(open.error()));
    auto sessions = nlohmann::ordered_json::array();
    for (const auto& one : *open)
      sessions.push_back({{"id", one.id},
                          {"device", one.device},
                          {"opened_at", sync::utc_text(one.opened_at)},
                          {"seen_at", sync::utc_text(one.seen_at)},
                          {"current", one.current}});
    Response response{.content_type = "application/json"};
    response.body = nlohmann::ordered_json{{"sessions", std::move(sessions)}}.dump(
        -1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    return response;
  };
  store::Result<Response> listed = co_await services.read(std::move(list));
  co_return listed ? std::move(*listed) : services.failed(listed.error());
}

}  // namespace mingbai::server
