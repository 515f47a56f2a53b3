#include "shell/server/problem.h"
#include "shell/server/routes/routes.h"
#include "shell/server/session.h"

namespace mingbai::server {

asio::awaitable<Response> sessions_show(Services& services, const Request& request) {
  auto show = [&](store::Database& db) -> store::Result<Response> {
    auto owner = require_session(services, db, request);
    return owner ? account_answer(200, owner->login) : std::move(owner.error());
  };
  store::Result<Response> shown = co_await services.read(std::move(show));
  co_return shown ? std::move(*shown) : services.failed(shown.error());
}

}  // namespace mingbai::server
