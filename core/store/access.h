#pragma once
// Access (权限): what an account may do with a record, by the table of roles (core/filing/roles.h), the
// account's grants and bindings, and whose the record is. Asked by every route before it shows or changes
// anything.
//
// Of several roles the first that allows counts; a person comes before his office. A record about the
// account's own owner is his own for his office too: there he decides nothing.

#include <string>
#include <vector>

#include "core/filing/roles.h"
#include "core/store/lives.h"
#include "core/store/role_grants.h"

namespace mingbai::store {

struct Asker {
  std::int64_t account = 0;
  std::vector<RoleGrant> grants;
};

struct Access {
  filing::Permission permission = filing::Permission::hidden;
  filing::Role role = filing::Role::insured;
  std::string institution;
  std::string region;
};

Result<Asker> asker_of(Database&, std::int64_t account);

Result<Access> access_to(Database&, const Asker&, const Standing&, filing::Action, Date today);

// What the asker may do with it now: permission, stage and rules together.
Result<std::vector<filing::Action>> actions_open(Database&, const Asker&, const Standing&, Date today);

// Whether a grant covers a record, whoever's it is.
bool covers(const RoleGrant&, const Standing&);

}  // namespace mingbai::store
