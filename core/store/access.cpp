#include "core/store/access.h"

#include <algorithm>

#include "core/store/bindings.h"

namespace mingbai::store {
namespace {

using filing::Action;
using filing::Permission;
using filing::Role;
using filing::Whose;

struct Candidate {
  Role role;
  Whose whose;
  const RoleGrant* grant;
};

Result<std::vector<Candidate>> candidates(Database& db, const Asker& asker, const Standing& standing,
                                          Date today) {
  std::vector<Candidate> list;
  const Whose personal = standing.by_agent ? Whose::agents : Whose::own;
  const bool handed_in = standing.account == asker.account;
  if (handed_in) list.push_back({standing.by_agent ? Role::agent : Role::insured, personal, nullptr});
  auto insured = is_bound_to(db, asker.account, standing.person, Role::insured, today);
  if (!insured) return std::unexpected(std::move(insured.error()));
  if (*insured) list.push_back({Role::insured, personal, nullptr});
  auto agent = is_bound_to(db, asker.account, standing.person, Role::agent, today);
  if (!agent) return std::unexpected(std::move(agent.error()));
  if (*agent) list.push_back({Role::agent, Whose::agents, nullptr});
  for (const RoleGrant& grant : asker.grants) {
    const Whose whose = handed_in || *insured      ? Whose::own
                        : !covers(grant, standing) ? Whose::elsewhere
                        : standing.by_agent        ? Whose::agents
                                                   : Whose::others;
    list.push_back({grant.role, whose, &grant});
  }
  return list;
}

Access weighed(const std::vector<Candidate>& list, Action action) {
  Access access;
  for (const auto& [role, whose, grant] : list) {
    const auto permission = filing::permission(role, action, whose);
    if (permission <= access.permission) continue;
    access.permission = permission;
    access.role = grant && whose == Whose::own ? Role::insured : role;
    access.institution = grant ? grant->institution : "";
    access.region = grant ? grant->region : "";
  }
  return access;
}

}  // namespace

Result<Asker> asker_of(Database& db, std::int64_t account) {
  auto grants = roles_of(db, account);
  if (!grants) return std::unexpected(std::move(grants.error()));
  return Asker{account, std::move(*grants)};
}

bool covers(const RoleGrant& grant, const Standing& standing) {
  if (grant.role == Role::institution_reviewer) {
    if (grant.institution.empty() || grant.institution != standing.institution) return false;
    return grant.diseases.empty() ||
           std::find(grant.diseases.begin(), grant.diseases.end(), standing.subject) != grant.diseases.end();
  }
  if (grant.role == Role::auditor && grant.region.empty()) return true;
  return filing::region_covers(grant.region, standing.region);
}

Result<Access> access_to(Database& db, const Asker& asker, const Standing& standing, Action action,
                         Date today) {
  auto list = candidates(db, asker, standing, today);
  if (!list) return std::unexpected(std::move(list.error()));
  return weighed(*list, action);
}

Result<std::vector<Action>> actions_open(Database& db, const Asker& asker, const Standing& standing,
                                         Date today) {
  auto list = candidates(db, asker, standing, today);
  if (!list) return std::unexpected(std::move(list.error()));
  std::vector<Action> open;
  for (const Action action : filing::all_actions()) {
    const Access access = weighed(*list, action);
    if (access.permission != Permission::allowed || !filing::event_of(action)) continue;
    const auto possible = filing::open_actions(standing.rules, standing.life, access.role, asker.account);
    if (std::find(possible.begin(), possible.end(), action) != possible.end()) open.push_back(action);
  }
  return open;
}

}  // namespace mingbai::store
