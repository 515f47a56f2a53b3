#include <nlohmann/json.hpp>

#include "core/contract/messages.h"
#include "core/filing/civil_day.h"
#include "core/filing/judgement.h"
#include "core/store/lives.h"
#include "core/store/record_view.h"
#include "shell/server/answers.h"
#include "shell/server/attachment_rows.h"
#include "shell/server/path.h"
#include "shell/server/review_rows.h"
#include "shell/server/routes/routes.h"

namespace mingbai::server {
namespace {

using nlohmann::ordered_json;

store::Result<Response> shown(Services& services, store::Database& db, const store::Asker& asker,
                              const std::string& id, Language language) {
  const Date today = filing::day_in_china(now());
  auto record = store::record_for(db, asker, id, today);
  if (!record) return std::unexpected(std::move(record.error()));
  if (!*record) return problem(Problem::not_found);
  auto standing = store::standing_of(db, id);
  if (!standing) return std::unexpected(std::move(standing.error()));
  const auto payload =
      filing::with_providers(services.library, (*standing)->payload, (*standing)->life.providers, today,
                             filing::Vouched::by_an_office);
  const auto check = contract::check(services.library, filing::check_request(payload, today), language);
  auto written = ordered_json::parse(sync::write_record(**record), nullptr, false);
  ordered_json actions = written.contains("life") ? written["life"]["next"] : ordered_json::array();
  ordered_json body = {{"record", std::move(written)},
                       {"check", ordered_json::parse(check.json, nullptr, false)},
                       {"actions", std::move(actions)}};
  auto attachments = store::attachments_of(db, id);
  if (!attachments) return std::unexpected(std::move(attachments.error()));
  body["attachments"] = ordered_json::array();
  for (const auto& one : *attachments) body["attachments"].push_back(attachment_row(one));
  return json_answer(dumped(body));
}

}  // namespace

asio::awaitable<Response> review_filing_show(Services& services, const Request& request) {
  const auto language = request.parameter("lang") == "en" ? Language::en : Language::zh;
  auto look = [&services, id = id_in(request.path), language](store::Database& db,
                                                              const store::Asker& asker) {
    return shown(services, db, asker, id, language);
  };
  co_return co_await answered(services, request, require_asker, std::move(look));
}

}  // namespace mingbai::server
