#include "core/store/reveals.h"

#include <nlohmann/json.hpp>

#include "core/filing/civil_day.h"
#include "core/sync/envelope.h"
#include "core/sync/fields.h"
#include "shell/server/answers.h"
#include "shell/server/password.h"
#include "shell/server/path.h"
#include "shell/server/review_rows.h"
#include "shell/server/routes/routes.h"

namespace mingbai::server {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t filings_most = 500;

std::optional<store::Reveal> read_reveal(const Request& request, Findings& findings) {
  const auto root = sync::parse_object(request.body, findings);
  if (!root) return std::nullopt;
  sync::Fields fields(*root, "", findings);
  fields.only({"filings", "reason"});
  store::Reveal reveal{
      .id = token_hash(new_token()).substr(0, 32), .filings = {}, .reason = fields.text("reason")};
  if (findings.empty() && (reveal.reason.empty() || reveal.reason.size() > 500))
    fields.fault("reason_missing", "reason", {"请写明为什么要看。", "Say why you need to see them."});
  const auto* list = fields.list("filings");
  if (list && (list->empty() || list->size() > filings_most))
    fields.fault("wrong_count", "filings", {"一次须为 1 至 500 份。", "Name 1 to 500 filings."});
  for (std::size_t at = 0; list && findings.empty() && at < list->size(); ++at) {
    const auto& id = (*list)[at];
    if (!id.is_string() || !sync::is_random_id(id.get_ref<const std::string&>())) {
      fields.fault("wrong_form", "filings", {"应为备案编号。", "Ids of filings are expected here."});
    } else {
      reveal.filings.push_back(id.get<std::string>());
    }
  }
  return findings.empty() ? std::optional(std::move(reveal)) : std::nullopt;
}

// The role in which the asker may reveal every one of them; or the problem.
store::Result<std::expected<std::string, Problem>> role_for_all(store::Database& db,
                                                                const store::Asker& asker,
                                                                const store::Reveal& reveal, Date today) {
  std::string role;
  for (const auto& id : reveal.filings) {
    auto standing = store::standing_of(db, id);
    if (!standing) return std::unexpected(std::move(standing.error()));
    if (!*standing) return std::expected<std::string, Problem>(std::unexpected(Problem::not_found));
    auto access = store::access_to(db, asker, **standing, filing::Action::reveal, today);
    if (!access) return std::unexpected(std::move(access.error()));
    if (access->permission == filing::Permission::hidden)
      return std::expected<std::string, Problem>(std::unexpected(Problem::not_found));
    if (access->permission != filing::Permission::allowed)
      return std::expected<std::string, Problem>(std::unexpected(Problem::not_allowed));
    role = to_key(access->role);
  }
  return std::expected<std::string, Problem>(std::move(role));
}

store::Result<Response> asked(store::Database& db, const store::Asker& asker, store::Reveal reveal) {
  auto role = role_for_all(db, asker, reveal, filing::day_in_china(now()));
  if (!role) return std::unexpected(std::move(role.error()));
  if (!*role) return problem(role->error());
  reveal.asked_by = asker.account;
  auto kept = store::ask_reveal(db, reveal, **role, now());
  if (!kept) return std::unexpected(std::move(kept.error()));
  return json_answer(
      dumped({{"reveal", reveal.id}, {"filings", reveal.filings.size()}, {"confirmed", false}}), 201);
}

store::Result<Response> confirmed(store::Database& db, const store::Asker& asker, const std::string& id) {
  auto reveal = store::find_reveal(db, id);
  if (!reveal) return std::unexpected(std::move(reveal.error()));
  if (!*reveal) return problem(Problem::not_found);
  auto role = role_for_all(db, asker, **reveal, filing::day_in_china(now()));
  if (!role) return std::unexpected(std::move(role.error()));
  if (!*role) return problem(role->error());
  if ((*reveal)->asked_by == asker.account) {
    const Findings findings = {field_finding("second_person", "actor",
                                             {"须由第二个人确认。", "A second person has to confirm it."},
                                             {"请同事来确认。", "Ask a colleague to confirm it."})};
    return problem(Problem::refused, findings);
  }
  if (!(*reveal)->confirmed_by) {
    auto done = store::confirm_reveal(db, **reveal, asker.account, **role, now());
    if (!done) return std::unexpected(std::move(done.error()));
  }
  return json_answer(dumped({{"reveal", id}, {"filings", (*reveal)->filings.size()}, {"confirmed", true}}));
}

store::Result<Response> shown(Services& services, store::Database& db, const store::Asker& asker,
                              const std::string& id) {
  auto reveal = store::find_reveal(db, id);
  if (!reveal) return std::unexpected(std::move(reveal.error()));
  if (!*reveal || (*reveal)->asked_by != asker.account) return problem(Problem::not_found);
  if (!(*reveal)->confirmed_by) return problem(Problem::not_allowed);
  auto role = role_for_all(db, asker, **reveal, filing::day_in_china(now()));
  if (!role) return std::unexpected(std::move(role.error()));
  if (!*role) return problem(role->error());
  ordered_json body = {{"reveal", id}, {"certificates", ordered_json::array()}};
  for (const auto& filing : (*reveal)->filings) {
    auto standing = store::standing_of(db, filing);
    if (!standing) return std::unexpected(std::move(standing.error()));
    if (!*standing) continue;
    const auto matter = filing::matter_of(services.library, (*standing)->payload);
    body["certificates"].push_back(
        {{"filing", filing},
         {"name", matter.name},
         {"certificate", {{"type", matter.certificate_type}, {"number", matter.certificate}}}});
  }
  return json_answer(dumped(body));
}

}  // namespace

asio::awaitable<Response> reveals_create(Services& services, const Request& request) {
  Findings findings;
  auto reveal = read_reveal(request, findings);
  if (!reveal) co_return problem(Problem::invalid, findings);
  auto change = [reveal = std::move(*reveal)](store::Database& db, const store::Asker& asker) {
    return asked(db, asker, reveal);
  };
  co_return co_await changed(services, request, require_staff, std::move(change));
}

asio::awaitable<Response> reveals_confirm(Services& services, const Request& request) {
  auto change = [id = id_in(request.path)](store::Database& db, const store::Asker& asker) {
    return confirmed(db, asker, id);
  };
  co_return co_await changed(services, request, require_staff, std::move(change));
}

asio::awaitable<Response> reveals_show(Services& services, const Request& request) {
  auto look = [&services, id = id_in(request.path)](store::Database& db, const store::Asker& asker) {
    return shown(services, db, asker, id);
  };
  co_return co_await answered(services, request, require_staff, std::move(look));
}

}  // namespace mingbai::server
