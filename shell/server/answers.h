#pragma once
// The two ways in which most routes answer: read something for somebody, or change something for somebody.
// Both find out who asks, count the request against his limit, and turn faults of the database into their
// problem.

#include <memory>

#include "shell/server/clock.h"
#include "shell/server/session.h"

namespace mingbai::server {

using Answer = std::expected<Response, Response>;
using Who = std::expected<store::Asker, Response> (*)(Services&, store::Database&, const Request&);

// look(db, asker) -> store::Result<Response>, on a reader's thread.
template <class Look>
asio::awaitable<Response> answered(Services& services, const Request& request, Who who, Look look) {
  std::int64_t account = 0;
  auto read = [&, look = std::move(look)](store::Database& db) mutable -> store::Result<Response> {
    auto asker = who(services, db, request);
    if (!asker) return std::move(asker.error());
    account = asker->account;
    return look(db, *asker);
  };
  store::Result<Response> response = co_await services.read(std::move(read));
  if (!response) co_return services.failed(response.error());
  if (account != 0) {
    if (auto limited = count_request(services, account)) co_return std::move(*limited);
  }
  co_return std::move(*response);
}

// change(db, asker) -> store::Result<Response>, in the writer's transaction; answered after its commit. What
// the answer says must be true then, and nothing may be written where it is a problem.
template <class Change>
asio::awaitable<Response> changed(Services& services, const Request& request, Who who, Change change) {
  using Found = std::expected<store::Asker, Response>;
  auto find = [&, who](store::Database& db) -> store::Result<Found> { return who(services, db, request); };
  store::Result<Found> asker = co_await services.read(std::move(find));
  if (!asker) co_return services.failed(asker.error());
  if (!*asker) co_return std::move(asker->error());
  const auto kept = std::make_shared<const store::Asker>(std::move(**asker));
  if (auto limited = count_request(services, kept->account)) co_return std::move(*limited);
  std::function<store::Result<Response>(store::Database&)> job =
      [kept, change = std::move(change)](store::Database& db) mutable { return change(db, *kept); };
  store::Result<Response> response = co_await services.write<Response>(std::move(job));
  co_return response ? std::move(*response) : services.failed(response.error());
}

inline Response json_answer(std::string body, int status = 200) {
  return {.status = status, .content_type = "application/json", .body = std::move(body)};
}

}  // namespace mingbai::server
