#include "core/store/bindings.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/identity_number.h"
#include "core/filing/civil_day.h"
#include "core/filing/person_key.h"
#include "core/sync/fields.h"
#include "shell/server/answers.h"
#include "shell/server/password.h"
#include "shell/server/routes/routes.h"

namespace mingbai::server {
namespace {

struct Wanted {
  std::string person;
  std::string code;
  filing::Role role = filing::Role::insured;
  std::string relation;
  std::optional<Date> until;
};

// The certificate's number, checked where it is an identity number; only its key goes further.
std::string person_in(sync::Fields& fields, const std::string& secret) {
  const std::string number = fields.text("certificate");
  if (number.empty()) return "";
  if (number.size() > 50)
    fields.fault("text_too_long", "certificate", {"内容过长。", "The text is too long."});
  if (number.size() == 18 && !parse_identity_number(number))
    fields.fault("identity_number", "certificate", {"身份证号码不对。", "The identity number is wrong."});
  return filing::person_key(secret, number);
}

void read_agent(sync::Fields& fields, Wanted& wanted) {
  const auto* role = fields.optional_text("role");
  if (role && *role != "insured" && *role != "agent")
    fields.fault("unknown_value", "role", {"不认识的取值。", "This value is not known."});
  if (!role || *role != "agent") return;
  wanted.role = filing::Role::agent;
  wanted.relation = fields.text("relation");
  if (wanted.relation.size() > 60)
    fields.fault("text_too_long", "relation", {"内容过长。", "The text is too long."});
  if (const auto* until = fields.optional_text("until")) {
    const auto day = parse_date(*until);
    if (day) wanted.until = *day;
    if (!day) fields.fault("date_format", "until", {"应为日期。", "A date is expected here."});
  }
}

std::optional<Wanted> read_wanted(const Request& request, const std::string& secret, bool to_bind,
                                  Findings& findings) {
  const auto root = sync::parse_object(request.body, findings);
  if (!root) return std::nullopt;
  sync::Fields fields(*root, "", findings);
  if (to_bind) {
    fields.only({"certificate", "code"});
  } else {
    fields.only({"certificate", "role", "relation", "until"});
  }
  Wanted wanted;
  wanted.person = person_in(fields, secret);
  if (to_bind) {
    wanted.code = fields.text("code");
  } else {
    read_agent(fields, wanted);
  }
  return findings.empty() ? std::optional(std::move(wanted)) : std::nullopt;
}

Response refused(store::Binding outcome) {
  const bool wrong = outcome == store::Binding::wrong_code;
  const Findings findings = {
      wrong ? field_finding("wrong_code", "code", {"验证码不对。", "The code is wrong."},
                            {"请核对后再试，最多五次。", "Check it and try again; five tries at most."})
            : field_finding("code_over", "code", {"没有可用的验证码。", "There is no code that still holds."},
                            {"请到窗口重新领取验证码。", "Ask at the counter for a new one."})};
  return problem(Problem::refused, findings);
}

std::expected<store::Asker, Response> require_decider(Services& services, store::Database& db,
                                                      const Request& request) {
  auto asker = require_asker(services, db, request);
  if (!asker) return asker;
  const bool decides = std::any_of(asker->grants.begin(), asker->grants.end(),
                                   [](const store::RoleGrant& grant) { return filing::decides(grant.role); });
  if (!decides) return std::unexpected(problem(Problem::not_allowed));
  return asker;
}

filing::Role office_of(const store::Asker& asker) {
  for (const auto& grant : asker.grants)
    if (filing::decides(grant.role)) return grant.role;
  return filing::Role::insured;
}

}  // namespace

asio::awaitable<Response> binding_codes_create(Services& services, const Request& request) {
  Findings findings;
  const auto wanted = read_wanted(request, services.secret, false, findings);
  if (!wanted) co_return problem(Problem::invalid, findings);
  const std::string code = new_code();
  const store::BindingCode kept{.person = wanted->person,
                                .code_hash = filing::code_hash(services.secret, wanted->person, code),
                                .role = wanted->role,
                                .relation = wanted->relation,
                                .until = wanted->until};
  auto change = [code, kept](store::Database& db, const store::Asker& asker) -> store::Result<Response> {
    auto given = store::give_code(db, kept, asker.account, office_of(asker), now());
    if (!given) return std::unexpected(std::move(given.error()));
    const nlohmann::ordered_json body = {{"code", code},
                                         {"valid_s", store::code_valid_ms / 1000},
                                         {"tries", store::code_tries_most},
                                         {"role", to_key(kept.role)}};
    return json_answer(body.dump(), 201);
  };
  co_return co_await changed(services, request, require_decider, std::move(change));
}

asio::awaitable<Response> bindings_create(Services& services, const Request& request) {
  Findings findings;
  const auto wanted = read_wanted(request, services.secret, true, findings);
  if (!wanted) co_return problem(Problem::invalid, findings);
  const std::string hash = filing::code_hash(services.secret, wanted->person, wanted->code);
  auto change = [person = wanted->person, hash](store::Database& db,
                                                const store::Asker& asker) -> store::Result<Response> {
    auto outcome = store::bind(db, asker.account, person, hash, now());
    if (!outcome) return std::unexpected(std::move(outcome.error()));
    if (*outcome != store::Binding::bound) return refused(*outcome);
    return json_answer(R"({"bound":true})", 201);
  };
  co_return co_await changed(services, request, require_asker, std::move(change));
}

}  // namespace mingbai::server
