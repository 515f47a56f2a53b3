#include <nlohmann/json.hpp>

#include "core/filing/civil_day.h"
#include "core/filing/masking.h"
#include "core/store/audit.h"
#include "core/sync/fields.h"
#include "shell/server/answers.h"
#include "shell/server/path.h"
#include "shell/server/review_rows.h"
#include "shell/server/routes/routes.h"

namespace mingbai::server {
namespace {

using nlohmann::ordered_json;

store::Result<Response> revealed(Services& services, store::Database& db, const store::Asker& asker,
                                 const std::string& id, const std::string& reason) {
  const auto moment = now();
  const Date today = filing::day_in_china(moment);
  auto standing = store::standing_of(db, id);
  if (!standing) return std::unexpected(std::move(standing.error()));
  if (!*standing) return problem(Problem::not_found);
  auto access = store::access_to(db, asker, **standing, filing::Action::reveal, today);
  if (!access) return std::unexpected(std::move(access.error()));
  if (access->permission == filing::Permission::hidden) return problem(Problem::not_found);
  if (access->permission != filing::Permission::allowed) return problem(Problem::not_allowed);
  auto noted = store::append_audit(db, {.at = moment,
                                        .actor = asker.account,
                                        .role = std::string(to_key(access->role)),
                                        .action = "reveal",
                                        .filing = id,
                                        .digest = "",
                                        .detail = filing::masked_text(reason)});
  if (!noted) return std::unexpected(std::move(noted.error()));
  const auto matter = filing::matter_of(services.library, (*standing)->payload);
  return json_answer(
      dumped({{"filing", id},
              {"name", matter.name},
              {"certificate", {{"type", matter.certificate_type}, {"number", matter.certificate}}}}));
}

}  // namespace

asio::awaitable<Response> filing_reveal(Services& services, const Request& request) {
  Findings findings;
  std::string reason;
  if (const auto root = sync::parse_object(request.body, findings)) {
    sync::Fields fields(*root, "", findings);
    fields.only({"reason"});
    reason = fields.text("reason");
    if (findings.empty() && (reason.empty() || reason.size() > 500))
      fields.fault("reason_missing", "reason", {"请写明为什么要看。", "Say why you need to see it."});
  }
  if (!findings.empty()) co_return problem(Problem::invalid, findings);
  auto change = [&services, id = id_in(request.path), reason](store::Database& db,
                                                              const store::Asker& asker) {
    return revealed(services, db, asker, id, reason);
  };
  co_return co_await changed(services, request, require_asker, std::move(change));
}

}  // namespace mingbai::server
