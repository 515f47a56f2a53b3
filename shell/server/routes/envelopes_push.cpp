#include "core/filing/civil_day.h"
#include "core/filing/judgement.h"
#include "core/filing/person_key.h"
#include "core/store/filing_intake.h"
#include "core/store/taking.h"
#include "shell/server/clock.h"
#include "shell/server/problem.h"
#include "shell/server/routes/routes.h"
#include "shell/server/session.h"

namespace mingbai::server {
namespace {

using Results = std::vector<sync::PushResult>;

struct Judged {
  sync::Envelope envelope;
  filing::Judgement judgement;
  std::string person;
};

struct Push {
  std::int64_t account;
  std::vector<Judged> envelopes;
};

// Who pushes, what, and what `check` says to it: all that needs no writing.
std::expected<Push, Response> prepared(Services& services, store::Database& db, const Request& request) {
  auto asker = require_asker(services, db, request);
  if (!asker) return std::unexpected(std::move(asker.error()));
  auto envelopes = sync::read_push(request.body);
  if (!envelopes) return std::unexpected(problem(Problem::invalid, envelopes.error()));
  Push push{.account = asker->account, .envelopes = {}};
  const Date today = filing::day_in_china(now());
  for (auto& envelope : *envelopes) {
    auto matter = filing::matter_of(services.library, envelope.payload);
    auto person = filing::person_key(services.secret, matter.certificate);
    auto taking = store::taking_of(db, *asker, matter, person, today);
    if (!taking) return std::unexpected(services.failed(taking.error()));
    auto judgement = filing::judge(services.library, envelope, today, std::move(matter), std::move(*taking));
    push.envelopes.push_back({std::move(envelope), std::move(judgement), std::move(person)});
  }
  return push;
}

store::Result<Results> taken_in(store::Database& db, const Push& push) {
  Results results;
  for (const auto& [envelope, judgement, person] : push.envelopes) {
    auto result = store::take_in(db, push.account, envelope, judgement, now(), person);
    if (!result) return std::unexpected(std::move(result.error()));
    results.push_back(std::move(*result));
  }
  return results;
}

bool is_one_reused(const Results& results) {
  return results.size() == 1 && results[0].outcome == sync::Outcome::rejected &&
         results[0].findings.find("\"envelope_reused\"") != std::string::npos;
}

}  // namespace

asio::awaitable<Response> envelopes_push(Services& services, const Request& request) {
  using Prepared = std::expected<Push, Response>;
  auto prepare = [&](store::Database& db) -> store::Result<Prepared> {
    return prepared(services, db, request);
  };
  store::Result<Prepared> outcome = co_await services.read(std::move(prepare));
  if (!outcome) co_return services.failed(outcome.error());
  if (!*outcome) co_return std::move(outcome->error());
  const auto push = std::make_shared<const Push>(std::move(**outcome));
  if (auto limited = count_request(services, push->account)) co_return std::move(*limited);

  std::function<store::Result<Results>(store::Database&)> take = [push](store::Database& db) {
    return taken_in(db, *push);
  };
  store::Result<Results> results = co_await services.write<Results>(std::move(take));
  if (!results) co_return services.failed(results.error());
  std::string written = sync::write_results(*results);
  if (is_one_reused(*results)) co_return problem_of_push(results->front().findings, written);
  co_return Response{.content_type = "application/json", .body = std::move(written)};
}

}  // namespace mingbai::server
