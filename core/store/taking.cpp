#include "core/store/taking.h"

#include <algorithm>

#include "core/store/bindings.h"

namespace mingbai::store {
namespace {

using filing::Role;

Role office_of(std::string_view channel) {
  if (channel == "institution") return Role::institution_reviewer;
  return channel == "agency" ? Role::agency_clerk : Role::insured;
}

}  // namespace

Result<filing::Taking> taking_of(Database& db, const Asker& asker, const filing::Matter& matter,
                                 std::string_view person, Date today) {
  const Role office = office_of(matter.channel);
  Standing standing{.rules = {}, .life = {}};
  standing.institution = matter.institution;
  standing.region = matter.region;
  standing.subject = matter.subject;
  const auto grant = std::find_if(asker.grants.begin(), asker.grants.end(), [&](const RoleGrant& one) {
    return one.role == office && covers(one, standing);
  });
  if (grant == asker.grants.end()) return filing::Taking{};
  auto known = is_known(db, asker.account);
  if (!known) return std::unexpected(std::move(known.error()));
  if (!*known) return filing::Taking{};
  for (const Role role : {Role::insured, Role::agent}) {
    auto own = is_bound_to(db, asker.account, person, role, today);
    if (!own) return std::unexpected(std::move(own.error()));
    if (*own) return filing::Taking{};
  }
  return filing::Taking{.by = office, .institution = grant->institution, .region = grant->region};
}

}  // namespace mingbai::store
