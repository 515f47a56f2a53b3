#pragma once
// Who a request comes from, by its cookie; and a new session for an account that has proven itself.

#include <expected>

#include "core/store/access.h"
#include "core/store/sessions.h"
#include "shell/server/http.h"
#include "shell/server/services.h"

namespace mingbai::server {

// The account of the request, or the answer that says why there is none. On a reader's thread.
std::expected<store::SessionOwner, Response> require_session(Services&, store::Database&, const Request&);

// The same with the roles it was granted; `require_staff` wants at least one that sees records of others.
std::expected<store::Asker, Response> require_asker(Services&, store::Database&, const Request&);
std::expected<store::Asker, Response> require_staff(Services&, store::Database&, const Request&);

// One request more of this account: nothing, or the 429. On the loop.
std::optional<Response> count_request(Services&, std::int64_t account);

// 201 with the cookies of the session and of the device, after the session is durable.
asio::awaitable<Response> session_opened(Services&, std::int64_t account, std::string login,
                                         std::string device);

Response account_answer(int status, const std::string& login);

// `job` among the few that may wait for a password hash at one time; nothing when too many wait.
template <class Job>
asio::awaitable<std::optional<std::invoke_result_t<Job>>> hash_in_turn(Services& services, Job job) {
  if (services.hashes_waiting >= services.limits.hashes_waiting_most) co_return std::nullopt;
  ++services.hashes_waiting;
  auto result = co_await offload(services.hashing, std::move(job));
  --services.hashes_waiting;
  co_return std::optional<std::invoke_result_t<Job>>(std::move(result));
}

}  // namespace mingbai::server
