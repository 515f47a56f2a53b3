#include <nlohmann/json.hpp>

#include "core/store/query.h"
#include "shell/server/problem.h"
#include "shell/server/routes/routes.h"
#include "shell/server/services.h"

namespace mingbai::server {

// Healthy means: the database can be read.
asio::awaitable<Response> health_show(Services& services, const Request&) {
  auto look = [](store::Database& db) {
    return store::first(
        db, [](store::Statement& row) { return row.integer(0); }, "SELECT sequence FROM counter");
  };
  store::Result<std::optional<std::int64_t>> seen = co_await services.read(std::move(look));
  if (!seen) co_return services.failed(seen.error());
  if (!*seen) co_return problem(Problem::fault);
  Response response{.content_type = "application/json"};
  response.body = nlohmann::ordered_json{{"status", "ok"}, {"version", services.version}}.dump();
  co_return response;
}

}  // namespace mingbai::server
