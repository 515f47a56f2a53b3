#include "core/filing/civil_day.h"
#include "core/store/record_view.h"
#include "shell/server/act_request.h"
#include "shell/server/answers.h"
#include "shell/server/path.h"
#include "shell/server/routes/routes.h"

namespace mingbai::server {
namespace {

store::Result<Response> done(store::Database& db, const policy::Library& library, const store::Asker& asker,
                             const store::Act& act, sync::Milliseconds moment) {
  auto result = store::act(db, library, asker, act, moment);
  if (!result) return std::unexpected(std::move(result.error()));
  switch (result->outcome) {
    case store::Acted::unknown:
      return problem(Problem::not_found);
    case store::Acted::not_allowed:
      return problem(Problem::not_allowed);
    case store::Acted::reused:
      return problem(Problem::event_reused);
    case store::Acted::refused:
      return problem_of_act(Problem::refused, result->findings);
    case store::Acted::stale:
    case store::Acted::done:
      break;
  }
  auto record = store::record_for(db, asker, act.filing, filing::day_in_china(moment));
  if (!record) return std::unexpected(std::move(record.error()));
  const std::string written = *record ? sync::write_record(**record) : "null";
  if (result->outcome == store::Acted::stale) return problem_of_stale(written);
  return json_answer("{\"record\":" + written + "}");
}

}  // namespace

asio::awaitable<Response> filing_events_create(Services& services, const Request& request) {
  Findings findings;
  auto act = read_act(request.body, id_in(request.path), findings);
  if (!act) co_return problem(Problem::invalid, findings);
  auto change = [&services, act = std::move(*act)](store::Database& db, const store::Asker& asker) {
    return done(db, services.library, asker, act, now());
  };
  co_return co_await changed(services, request, require_asker, std::move(change));
}

}  // namespace mingbai::server
