#include "core/store/role_grants.h"

#include "core/store/audit.h"
#include "core/store/query.h"

namespace mingbai::store {
namespace {

std::string joined(const std::vector<std::string>& codes) {
  std::string text;
  for (const auto& code : codes) text += (text.empty() ? "" : ",") + code;
  return text;
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> codes;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(',', at), text.size());
    codes.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return codes;
}

std::string described(std::int64_t account, const RoleGrant& grant) {
  return "account " + std::to_string(account) + " " + std::string(to_key(grant.role)) +
         (grant.institution.empty() ? "" : " institution " + grant.institution) +
         (grant.region.empty() ? "" : " region " + grant.region) +
         (grant.diseases.empty() ? "" : " diseases " + joined(grant.diseases));
}

Result<void> noted(Database& db, std::int64_t actor, sync::Milliseconds now, std::string action,
                   std::string detail) {
  return append_audit(db, {.at = now,
                           .actor = actor,
                           .role = "operator",
                           .action = std::move(action),
                           .filing = "",
                           .digest = "",
                           .detail = std::move(detail)});
}

}  // namespace

Result<std::vector<RoleGrant>> roles_of(Database& db, std::int64_t account) {
  std::vector<RoleGrant> grants;
  auto read = each(
      db,
      [&](Statement& row) {
        if (const auto role = filing::read_role(row.text(0)))
          grants.push_back({*role, row.text(1), row.text(2), split(row.text(3))});
      },
      "SELECT role, institution, region, diseases FROM role WHERE account = ? ORDER BY role, institution, "
      "region",
      account);
  if (!read) return std::unexpected(std::move(read.error()));
  return grants;
}

Result<void> grant_role(Database& db, std::int64_t account, const RoleGrant& grant, std::int64_t actor,
                        sync::Milliseconds now) {
  auto put = run(
      db,
      "INSERT INTO role(account, role, institution, region, diseases, granted_at_ms) VALUES(?1, ?2, ?3, ?4, "
      "?5, ?6) ON CONFLICT(account, role, institution, region) DO UPDATE SET diseases = ?5",
      account, to_key(grant.role), grant.institution, grant.region, joined(grant.diseases), now);
  return put ? noted(db, actor, now, "role_granted", described(account, grant)) : put;
}

Result<int> revoke_role(Database& db, std::int64_t account, filing::Role role, std::int64_t actor,
                        sync::Milliseconds now) {
  auto gone = run(db, "DELETE FROM role WHERE account = ? AND role = ?", account, to_key(role));
  if (!gone) return std::unexpected(std::move(gone.error()));
  const auto count = static_cast<int>(db.changes());
  if (count > 0)
    gone = noted(db, actor, now, "role_revoked",
                 described(account, {.role = role, .institution = "", .region = "", .diseases = {}}));
  if (!gone) return std::unexpected(std::move(gone.error()));
  return count;
}

Result<std::string> database_secret(Database& db, std::string_view fresh) {
  auto put =
      run(db, "INSERT INTO secret(name, value) VALUES('person', ?) ON CONFLICT(name) DO NOTHING", fresh);
  if (!put) return std::unexpected(std::move(put.error()));
  auto kept = first(
      db, [](Statement& row) { return row.text(0); }, "SELECT value FROM secret WHERE name = 'person'");
  if (!kept) return std::unexpected(std::move(kept.error()));
  return kept->value_or("");
}

}  // namespace mingbai::store
