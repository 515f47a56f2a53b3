#include "core/store/audit.h"

#include "core/store/audit_digest.h"
#include "core/store/query.h"

namespace mingbai::store {
namespace {

struct Head {
  std::int64_t count;
  std::string hash;
};

Result<std::optional<Head>> raised_head(Database& db) {
  return first(
      db,
      [](Statement& row) {
        return Head{row.integer(0), row.text(1)};
      },
      "UPDATE counter SET audit = audit + 1 RETURNING audit, audit_hash");
}

}  // namespace

Result<void> append_audit(Database& db, const AuditEntry& entry) {
  auto head = raised_head(db);
  if (!head) return std::unexpected(std::move(head.error()));
  if (!*head) return std::unexpected(Error{Fault::corrupt, "the counter row is missing"});
  const auto& [sequence, before] = **head;
  const std::string hash = entry_hash(before, sequence, entry);
  auto put = run(db,
                 "INSERT INTO audit(sequence, at_ms, actor, role, action, filing, ordinal, digest, detail, "
                 "hash) VALUES(?, "
                 "?, ?, ?, ?, ?, ?, ?, ?, ?)",
                 sequence, entry.at, entry.actor, entry.role, entry.action, entry.filing, entry.ordinal,
                 entry.digest, entry.detail, hash);
  if (!put) return put;
  return run(db, "UPDATE counter SET audit_hash = ?", hash);
}

}  // namespace mingbai::store
