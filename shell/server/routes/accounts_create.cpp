#include "core/store/accounts.h"
#include "shell/server/clock.h"
#include "shell/server/credentials.h"
#include "shell/server/device_name.h"
#include "shell/server/password.h"
#include "shell/server/problem.h"
#include "shell/server/routes/routes.h"
#include "shell/server/session.h"

namespace mingbai::server {

asio::awaitable<Response> accounts_create(Services& services, const Request& request) {
  Findings findings;
  const auto credentials = read_credentials(request.body, true, findings);
  if (!credentials) co_return problem(Problem::invalid, findings);
  if (!services.registrations_of_address.take(request.remote_address, now())) {
    const auto wait_s = services.registrations_of_address.wait_s(request.remote_address, now());
    co_return problem_with_retry(Problem::too_many, wait_s.value_or(1));
  }
  auto hash = [password = credentials->password] { return password_hash(password); };
  auto hashed = co_await hash_in_turn(services, std::move(hash));
  if (!hashed || !*hashed) co_return problem_with_retry(Problem::busy, 2);

  using NewId = std::optional<std::int64_t>;
  std::function<store::Result<NewId>(store::Database&)> add = [login = credentials->login,
                                                               password = **hashed](store::Database& db) {
    return store::add_account(db, login, password, now());
  };
  store::Result<NewId> added = co_await services.write<NewId>(std::move(add));
  if (!added) co_return services.failed(added.error());
  if (!*added) {
    const Findings taken = {field_finding("login_taken", "login",
                                          {"账户名已被使用。", "This login is taken."},
                                          {"请换一个账户名。", "Choose another login."})};
    co_return problem(Problem::login_taken, taken);
  }
  co_return co_await session_opened(services, **added, credentials->login,
                                    device_name(request.header("user-agent")));
}

}  // namespace mingbai::server
