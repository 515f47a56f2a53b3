#include <algorithm>

#include "core/store/accounts.h"
#include "shell/server/clock.h"
#include "shell/server/credentials.h"
#include "shell/server/device_name.h"
#include "shell/server/known_device.h"
#include "shell/server/password.h"
#include "shell/server/problem.h"
#include "shell/server/routes/routes.h"
#include "shell/server/session.h"

namespace mingbai::server {

// An unknown login and a wrong password answer alike, take alike and count alike; a device that was logged in before
// has tries of its own.
asio::awaitable<Response> sessions_create(Services& services, const Request& request) {
  Findings findings;
  const auto credentials = read_credentials(request.body, false, findings);
  if (!credentials) co_return problem(Problem::invalid, findings);
  const auto known = known_device(services.secret, credentials->login, request.header("cookie"));
  const std::string counted = known.value_or(credentials->login);
  const auto account_wait_s = services.failures_of_login.wait_s(counted, now());
  const auto address_wait_s =
      known ? std::nullopt : services.failures_of_address.wait_s(request.remote_address, now());
  if (account_wait_s || address_wait_s) {
    co_return problem_with_retry(Problem::too_many,
                                 std::max(account_wait_s.value_or(1), address_wait_s.value_or(1)));
  }
  // Counted before the work and given back on success, so that many guesses at one time are no way around the
  // limit.
  services.failures_of_login.take(counted, now());
  services.failures_of_address.take(request.remote_address, now());

  auto find = [login = credentials->login](store::Database& db) { return store::find_account(db, login); };
  store::Result<std::optional<store::Account>> account = co_await services.read(std::move(find));
  if (!account) co_return services.failed(account.error());
  auto verify = [hash = *account ? (*account)->password_hash : std::string(),
                 password = credentials->password] { return password_matches(hash, password); };
  const std::optional<bool> matches = co_await hash_in_turn(services, std::move(verify));
  if (!matches) co_return problem_with_retry(Problem::busy, 2);
  if (!*matches) co_return problem(Problem::wrong_password);
  services.failures_of_login.give_back(counted);
  services.failures_of_address.give_back(request.remote_address);
  co_return co_await session_opened(services, (*account)->id, (*account)->login,
                                    device_name(request.header("user-agent")));
}

}  // namespace mingbai::server
