#include "shell/server/clock.h"
#include "shell/server/headers.h"
#include "shell/server/password.h"
#include "shell/server/problem.h"
#include "shell/server/routes/routes.h"
#include "shell/server/session.h"

namespace mingbai::server {

// One of the account's sessions by ?id=, or without it every one but this.
asio::awaitable<Response> sessions_close(Services& services, const Request& request) {
  auto check = [&](store::Database& db) -> store::Result<std::expected<store::SessionOwner, Response>> {
    return require_session(services, db, request);
  };
  store::Result<std::expected<store::SessionOwner, Response>> owner =
      co_await services.read(std::move(check));
  if (!owner) co_return services.failed(owner.error());
  if (!*owner) co_return std::move(owner->error());
  const auto id = request.parameter("id");
  std::function<store::Result<bool>(store::Database&)> close =
      [account = (*owner)->account, id = id ? std::optional<std::string>(*id) : std::nullopt,
       hash =
           token_hash(*session_token(request.header("cookie")))](store::Database& db) -> store::Result<bool> {
    if (id) return store::close_session_of(db, account, *id);
    auto closed = store::close_other_sessions(db, account, hash);
    if (!closed) return std::unexpected(std::move(closed.error()));
    return true;
  };
  store::Result<bool> closed = co_await services.write<bool>(std::move(close));
  if (!closed) co_return services.failed(closed.error());
  if (!*closed) co_return problem(Problem::not_found);
  co_return Response{.status = 204};
}

}  // namespace mingbai::server
