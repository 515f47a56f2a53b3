#include "core/store/device_drafts.h"

#include "core/store/query.h"

namespace mingbai::store {
namespace {

#define DRAFT_COLUMNS "id, account, kind, form, updated_at_ms, filing, base_version"

Draft read(Statement& row) {
  return {.id = row.text(0),
          .account = row.text(1),
          .kind = row.text(2),
          .form = row.text(3),
          .updated_at = row.integer(4),
          .filing = row.text(5),
          .base_version = row.integer(6)};
}

}  // namespace

Result<void> save_draft(Database& db, const Draft& draft) {
  return run(db,
             "INSERT INTO draft(" DRAFT_COLUMNS ") VALUES(?, ?, ?, ?, ?, ?, ?) "
             "ON CONFLICT(id) DO UPDATE SET kind = excluded.kind, form = excluded.form, "
             "updated_at_ms = excluded.updated_at_ms",
             draft.id, draft.account, draft.kind, draft.form, draft.updated_at, draft.filing, draft.base_version);
}

Result<void> delete_draft(Database& db, std::string_view id) { return run(db, "DELETE FROM draft WHERE id = ?", id); }

Result<std::optional<Draft>> find_draft(Database& db, std::string_view id) {
  return first(db, read, "SELECT " DRAFT_COLUMNS " FROM draft WHERE id = ?", id);
}

Result<std::vector<Draft>> drafts_of(Database& db, std::string_view account) {
  std::vector<Draft> drafts;
  auto done = each(
      db, [&](Statement& row) { drafts.push_back(read(row)); },
      "SELECT " DRAFT_COLUMNS " FROM draft WHERE account IN ('', ?) ORDER BY updated_at_ms DESC, id",
      account);
  if (!done) return std::unexpected(std::move(done.error()));
  return drafts;
}

Result<void> delete_drafts_of(Database& db, std::string_view account) {
  return run(db, "DELETE FROM draft WHERE account IN ('', ?)", account);
}

}  // namespace mingbai::store
