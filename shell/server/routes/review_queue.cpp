#include <nlohmann/json.hpp>

#include "shell/server/answers.h"
#include "shell/server/review_rows.h"
#include "shell/server/routes/routes.h"

namespace mingbai::server {
namespace {

using nlohmann::ordered_json;

constexpr std::int64_t rows_most = 200;

store::Result<Response> queue(Services& services, store::Database& db, const store::Asker& asker,
                              store::ListFilter filter) {
  const auto limit = filter.limit;
  filter.limit = limit + 1;
  auto rows = store::listed_filings(db, asker, filter);
  if (!rows) return std::unexpected(std::move(rows.error()));
  auto counts = store::stage_counts(db, asker);
  if (!counts) return std::unexpected(std::move(counts.error()));
  const bool more = static_cast<std::int64_t>(rows->size()) > limit;
  if (more) rows->pop_back();
  ordered_json body = {{"filings", ordered_json::array()},
                       {"next", rows->empty() ? filter.after : rows->back().submitted},
                       {"more", more},
                       {"counts", ordered_json::object()}};
  for (const auto& row : *rows) body["filings"].push_back(review_row(services.library, row, now()));
  for (const auto& [stage, count] : *counts) body["counts"][stage] = count;
  return json_answer(dumped(body));
}

}  // namespace

asio::awaitable<Response> review_queue(Services& services, const Request& request) {
  Findings findings;
  auto filter = read_filter(request, rows_most, findings);
  if (!findings.empty()) co_return problem(Problem::invalid, findings);
  auto look = [&services, filter = std::move(filter)](store::Database& db, const store::Asker& asker) {
    return queue(services, db, asker, filter);
  };
  co_return co_await answered(services, request, require_staff, std::move(look));
}

}  // namespace mingbai::server
