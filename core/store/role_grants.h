#pragma once
// Roles that the operator has granted (角色授予): each for one institution or one region. An institution's
// reviewer may be limited to diseases. Every grant and revocation has its entry in the audit log.

#include <string>
#include <vector>

#include "core/filing/roles.h"
#include "core/store/database.h"
#include "core/sync/instant.h"

namespace mingbai::store {

struct RoleGrant {
  filing::Role role = filing::Role::auditor;
  std::string institution;            // code; empty: not of an institution
  std::string region;                 // empty: everywhere, of an auditor
  std::vector<std::string> diseases;  // codes; empty: every one
};

Result<std::vector<RoleGrant>> roles_of(Database&, std::int64_t account);

// Grants, or changes the diseases of what was granted. `actor` and `now` are for the audit log.
Result<void> grant_role(Database&, std::int64_t account, const RoleGrant&, std::int64_t actor,
                        sync::Milliseconds now);

// Takes the role away everywhere; how many grants it was.
Result<int> revoke_role(Database&, std::int64_t account, filing::Role, std::int64_t actor,
                        sync::Milliseconds now);

// The database's secret, drawn by the caller the first time: kept when there is none yet.
Result<std::string> database_secret(Database&, std::string_view fresh);

}  // namespace mingbai::store
