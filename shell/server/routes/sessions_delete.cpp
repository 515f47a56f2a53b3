#include "shell/server/headers.h"
#include "shell/server/password.h"
#include "shell/server/problem.h"
#include "shell/server/routes/routes.h"
#include "shell/server/session.h"

namespace mingbai::server {

// Logging out always succeeds, also without a session; after the answer the old cookie opens nothing.
asio::awaitable<Response> sessions_delete(Services& services, const Request& request) {
  if (const auto token = session_token(request.header("cookie"))) {
    std::function<store::Result<bool>(store::Database&)> close =
        [hash = token_hash(*token)](store::Database& db) {
          auto closed = store::close_session(db, hash);
          return closed ? store::Result<bool>(true) : std::unexpected(std::move(closed.error()));
        };
    store::Result<bool> closed = co_await services.write<bool>(std::move(close));
    if (!closed) co_return services.failed(closed.error());
  }
  Response response{.status = 204};
  response.headers.push_back(no_session_cookie());
  co_return response;
}

}  // namespace mingbai::server
