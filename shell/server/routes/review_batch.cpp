#include <nlohmann/json.hpp>

#include "core/filing/judgement.h"
#include "core/store/filings.h"
#include "core/store/lives.h"
#include "shell/server/act_request.h"
#include "shell/server/answers.h"
#include "shell/server/review_rows.h"
#include "shell/server/routes/routes.h"

namespace mingbai::server {
namespace {

using nlohmann::ordered_json;

std::string_view to_key(store::Acted outcome) {
  switch (outcome) {
    case store::Acted::done:
      return "done";
    case store::Acted::unknown:
      return "unknown";
    case store::Acted::not_allowed:
      return "not_allowed";
    case store::Acted::stale:
      return "stale";
    case store::Acted::refused:
      return "refused";
    case store::Acted::reused:
      return "reused";
  }
  return "unknown";
}

ordered_json told(const std::string& key, std::string_view outcome, const std::string& findings) {
  return {{"key", key}, {"outcome", outcome}, {"findings", ordered_json::parse(findings, nullptr, false)}};
}

store::Result<ordered_json> decided(Services& services, store::Database& db, const store::Asker& asker,
                                    const BatchRow& row) {
  if (!row.faults.empty()) return told(row.key, "invalid", filing::write_bilingual(row.faults));
  auto found = store::find_filing(db, row.key);
  if (!found) return std::unexpected(std::move(found.error()));
  if (!*found) return told(row.key, "unknown", "[]");
  store::Act act = row.act;
  act.filing = (*found)->record.filing;
  act.version = (*found)->record.version;
  auto result = store::act(db, services.library, asker, act, now());
  if (!result) return std::unexpected(std::move(result.error()));
  auto line = told(row.key, to_key(result->outcome), result->findings);
  if (result->outcome != store::Acted::done) return line;
  auto standing = store::standing_of(db, act.filing);
  if (!standing) return std::unexpected(std::move(standing.error()));
  line["filing"] = act.filing;
  line["stage"] = filing::to_key((*standing)->life.stage);
  return line;
}

store::Result<Response> decided_all(Services& services, store::Database& db, const store::Asker& asker,
                                    const std::vector<BatchRow>& rows) {
  ordered_json body = {{"results", ordered_json::array()}, {"done", 0}};
  for (const auto& row : rows) {
    auto line = decided(services, db, asker, row);
    if (!line) return std::unexpected(std::move(line.error()));
    if ((*line)["outcome"] == "done") body["done"] = body["done"].get<int>() + 1;
    body["results"].push_back(std::move(*line));
  }
  return json_answer(dumped(body));
}

}  // namespace

asio::awaitable<Response> review_batch(Services& services, const Request& request) {
  Findings findings;
  const bool csv = request.header("content-type").starts_with("text/csv");
  auto rows = csv ? read_batch_csv(request.body, findings) : read_batch(request.body, findings);
  if (!findings.empty()) co_return problem(Problem::invalid, findings);
  auto change = [&services, rows = std::move(rows)](store::Database& db, const store::Asker& asker) {
    return decided_all(services, db, asker, rows);
  };
  co_return co_await changed(services, request, require_staff, std::move(change));
}

}  // namespace mingbai::server
