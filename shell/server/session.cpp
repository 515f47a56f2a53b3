#include "shell/server/session.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "shell/server/clock.h"
#include "shell/server/headers.h"
#include "shell/server/known_device.h"
#include "shell/server/password.h"
#include "shell/server/problem.h"

namespace mingbai::server {

std::expected<store::SessionOwner, Response> require_session(Services& services, store::Database& db,
                                                             const Request& request) {
  const auto token = session_token(request.header("cookie"));
  if (!token) return std::unexpected(problem(Problem::login_required));
  const std::string hash = token_hash(*token);
  auto owner = store::session_owner(db, hash, now());
  if (!owner) return std::unexpected(services.failed(owner.error()));
  if (!*owner) return std::unexpected(problem(Problem::login_required));
  if ((*owner)->touch_due) {
    services.write_later(
        [hash](store::Database& writing) { return store::touch_session(writing, hash, now()); });
  }
  return std::move(**owner);
}

std::expected<store::Asker, Response> require_asker(Services& services, store::Database& db,
                                                    const Request& request) {
  auto owner = require_session(services, db, request);
  if (!owner) return std::unexpected(std::move(owner.error()));
  auto asker = store::asker_of(db, owner->account);
  if (!asker) return std::unexpected(services.failed(asker.error()));
  return std::move(*asker);
}

std::expected<store::Asker, Response> require_staff(Services& services, store::Database& db,
                                                    const Request& request) {
  auto asker = require_asker(services, db, request);
  if (!asker) return asker;
  const bool sees =
      std::any_of(asker->grants.begin(), asker->grants.end(), [](const store::RoleGrant& grant) {
        return filing::decides(grant.role) || grant.role == filing::Role::auditor;
      });
  if (!sees) return std::unexpected(problem(Problem::not_allowed));
  return asker;
}

std::optional<Response> count_request(Services& services, std::int64_t account) {
  const std::string key = std::to_string(account);
  if (services.requests_of_account.take(key, now())) return std::nullopt;
  return problem_with_retry(Problem::too_many, services.requests_of_account.wait_s(key, now()).value_or(1));
}

asio::awaitable<Response> session_opened(Services& services, std::int64_t account, std::string login,
                                         std::string device) {
  const std::string token = new_token();
  std::function<store::Result<bool>(store::Database&)> open =
      [token, account, device](store::Database& db) -> store::Result<bool> {
    if (auto forgotten = store::forget_ended_sessions(db, now()); !forgotten) {
      return std::unexpected(std::move(forgotten.error()));
    }
    auto opened = store::open_session(db, token_hash(token), account, now(), device);
    if (!opened) return std::unexpected(std::move(opened.error()));
    return true;
  };
  store::Result<bool> opened = co_await services.write<bool>(std::move(open));
  if (!opened) co_return services.failed(opened.error());
  Response response = account_answer(201, login);
  response.headers.push_back(session_cookie(token));
  response.headers.push_back(device_cookie(new_mark(services.secret, login)));
  co_return response;
}

Response account_answer(int status, const std::string& login) {
  Response response{.status = status, .content_type = "application/json"};
  response.body = nlohmann::json{{"account", {{"login", login}}}}.dump();
  return response;
}

}  // namespace mingbai::server
