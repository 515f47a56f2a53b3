#include "core/store/messages.h"
#include "core/store/query.h"
#include "shell/server/client_address.h"
#include "shell/server/problem.h"
#include "shell/server/routes/routes.h"
#include "shell/server/services.h"

namespace mingbai::server {
namespace {

store::Result<std::vector<Metrics::Gauge>> gauges(store::Database& db) {
  std::vector<Metrics::Gauge> out;
  auto stages = store::each(
      db,
      [&](store::Statement& row) {
        out.push_back({"mingbai_filings", "stage=\"" + row.text(0) + "\"", row.integer(1)});
      },
      "SELECT stage, count(*) FROM life GROUP BY stage ORDER BY stage");
  if (!stages) return std::unexpected(std::move(stages.error()));
  auto messages = store::count_messages(db);
  if (!messages) return std::unexpected(std::move(messages.error()));
  out.push_back({"mingbai_messages", "state=\"waiting\"", messages->waiting});
  out.push_back({"mingbai_messages", "state=\"given_up\"", messages->given_up});
  return out;
}

}  // namespace

// For whoever watches from this machine; to everybody else there is no such page. A proxy in front hides it,
// too.
asio::awaitable<Response> metrics_show(Services& services, const Request& request) {
  if (!is_this_machine(request.remote_address) || !request.header("x-forwarded-for").empty())
    co_return problem(Problem::not_found);
  auto read = [](store::Database& db) { return gauges(db); };
  store::Result<std::vector<Metrics::Gauge>> known = co_await services.read(std::move(read));
  if (!known) co_return services.failed(known.error());
  known->push_back(
      {"mingbai_password_hashes_waiting", "", static_cast<std::int64_t>(services.hashes_waiting.load())});
  Response response{.content_type = "text/plain; version=0.0.4; charset=utf-8"};
  response.body = services.metrics.text(*known);
  co_return response;
}

}  // namespace mingbai::server
