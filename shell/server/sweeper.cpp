#include "shell/server/sweeper.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "core/filing/civil_day.h"
#include "core/store/adoption.h"
#include "core/store/sweep.h"
#include "shell/server/clock.h"
#include "shell/server/services.h"

namespace mingbai::server {
namespace {

constexpr auto as_values = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::milliseconds pause_between{1000};
constexpr int filings_at_once = 50;

asio::awaitable<int> adopted(Services& services) {
  std::function<store::Result<int>(store::Database&)> job = [](store::Database& db) {
    return store::adopt_earlier_filings(db, filings_at_once);
  };
  store::Result<int> count = co_await services.write<int>(std::move(job));
  if (!count) services.log.write("adoption_failed", {{"fault", std::string(to_key(count.error().fault))}});
  co_return count.value_or(0);
}

asio::awaitable<int> swept(Services& services) {
  auto look = [](store::Database& db) { return store::anything_due(db, filing::day_in_china(now())); };
  store::Result<bool> due = co_await services.read(std::move(look));
  if (!due || !*due) co_return 0;
  std::function<store::Result<int>(store::Database&)> job = [&services](store::Database& db) {
    return store::sweep(db, services.library, services.secret, now(), filings_at_once);
  };
  store::Result<int> count = co_await services.write<int>(std::move(job));
  if (!count) services.log.write("sweep_failed", {{"fault", std::string(to_key(count.error().fault))}});
  co_return count.value_or(0);
}

}  // namespace

asio::awaitable<void> sweep_for_ever(Services& services) {
  asio::steady_timer pause(co_await asio::this_coro::executor);
  for (int more = filings_at_once; more == filings_at_once;) more = co_await adopted(services);
  for (;;) {
    const int done = co_await swept(services);
    if (done > 0) continue;
    pause.expires_after(pause_between);
    co_await pause.async_wait(as_values);
  }
}

}  // namespace mingbai::server
