#include "core/store/accounts.h"
#include "core/sync/fields.h"
#include "shell/server/clock.h"
#include "shell/server/credentials.h"
#include "shell/server/device_name.h"
#include "shell/server/headers.h"
#include "shell/server/password.h"
#include "shell/server/problem.h"
#include "shell/server/routes/routes.h"
#include "shell/server/session.h"

namespace mingbai::server {
namespace {

struct Change {
  std::string password;
  std::string new_password;
};

std::optional<Change> read_change(std::string_view body, Findings& findings) {
  const auto root = sync::parse_object(body, findings);
  if (!root) return std::nullopt;
  sync::Fields fields(*root, "", findings);
  fields.only({"password", "new_password"});
  Change change{fields.text("password"), fields.text("new_password")};
  if (findings.empty())
    for (Finding& fault : faults_of_password(change.new_password)) {
      fault.fact = "new_password";
      findings.push_back(std::move(fault));
    }
  if (!findings.empty()) return std::nullopt;
  return change;
}

}  // namespace

// A new password ends every session; who changed it goes on in a new one. Wrong guesses count by themselves, so that
// strangers at the login keep nobody from it.
asio::awaitable<Response> accounts_password(Services& services, const Request& request) {
  using Found = std::expected<store::SessionOwner, Response>;
  auto check = [&](store::Database& db) -> store::Result<Found> {
    return require_session(services, db, request);
  };
  store::Result<Found> owner = co_await services.read(std::move(check));
  if (!owner) co_return services.failed(owner.error());
  if (!*owner) co_return std::move(owner->error());
  const std::string login = (*owner)->login;
  Findings findings;
  const auto change = read_change(request.body, findings);
  if (!change) co_return problem(Problem::invalid, findings);
  const std::string counted = "change " + login;
  if (const auto wait_s = services.failures_of_login.wait_s(counted, now()))
    co_return problem_with_retry(Problem::too_many, *wait_s);
  services.failures_of_login.take(counted, now());
  auto find = [login](store::Database& db) { return store::find_account(db, login); };
  store::Result<std::optional<store::Account>> account = co_await services.read(std::move(find));
  if (!account) co_return services.failed(account.error());
  auto rehash = [old_hash = *account ? (*account)->password_hash : std::string(), change = *change] {
    const bool right = password_matches(old_hash, change.password);
    return right ? password_hash(change.new_password) : decltype(password_hash(change.new_password)){};
  };
  const auto hashed = co_await hash_in_turn(services, std::move(rehash));
  if (!hashed) co_return problem_with_retry(Problem::busy, 2);
  if (!*hashed || (*hashed)->empty()) co_return problem(Problem::wrong_password);
  services.failures_of_login.give_back(counted);
  std::function<store::Result<bool>(store::Database&)> set = [login, hash = **hashed](store::Database& db) {
    return store::set_password(db, login, hash);
  };
  store::Result<bool> done = co_await services.write<bool>(std::move(set));
  if (!done) co_return services.failed(done.error());
  co_return co_await session_opened(services, (*owner)->account, login,
                                    device_name(request.header("user-agent")));
}

}  // namespace mingbai::server
