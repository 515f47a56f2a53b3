#include "core/store/record_view.h"

#include "core/filing/masking.h"
#include "core/store/filings.h"
#include "core/store/life_text.h"

namespace mingbai::store {

Result<std::optional<sync::Record>> record_for(Database& db, const Asker& asker, std::string_view filing,
                                               Date today) {
  auto standing = standing_of(db, filing);
  if (!standing) return std::unexpected(std::move(standing.error()));
  if (!*standing) return std::nullopt;
  auto access = access_to(db, asker, **standing, filing::Action::view, today);
  if (!access) return std::unexpected(std::move(access.error()));
  if (access->permission != filing::Permission::allowed) return std::nullopt;
  auto record = filing_record(db, filing);
  if (!record || !*record) return record;
  auto open = actions_open(db, asker, **standing, today);
  if (!open) return std::unexpected(std::move(open.error()));
  (*record)->life = life_text((*standing)->life, (*standing)->version, *open);
  const bool personal = access->role == filing::Role::insured || access->role == filing::Role::agent;
  if (!personal) (*record)->payload = filing::masked_json((*record)->payload);
  return record;
}

}  // namespace mingbai::store
