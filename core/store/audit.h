#pragma once
// The audit log (审计日志): one entry for each change of state, chained: each entry's hash covers the one
// before it and its own content, and for an event of a filing also the event's row. Count and last hash stand
// beside the counter of sequences and are raised in the same transaction.
//
// An entry names account, role, action and filing by number; never a person, a login or a certificate.
//
//   append_audit(db, {.at = now, .actor = id, .role = "agency_clerk", .action = "reveal", .filing = id})
//   verify_audit(db)      every broken record, by table and key; empty: all is as it was written

#include <cstdint>
#include <string>
#include <vector>

#include "core/store/database.h"
#include "core/sync/instant.h"

namespace mingbai::store {

struct AuditEntry {
  sync::Milliseconds at = 0;
  std::int64_t actor = 0;  // an account; 0 the server, -1 the operator's command line
  std::string role;
  std::string action;
  std::string filing;        // empty: none
  std::int64_t ordinal = 0;  // of the filing's event; 0: none
  std::string digest;        // of the event's row
  std::string detail;        // words, masked
};

inline constexpr std::int64_t operator_actor = -1;

Result<void> append_audit(Database&, const AuditEntry&);

struct BrokenRecord {
  std::string table;  // audit | event | envelope | filing | life
  std::string key;    // "17", "77b1…/3", "77b1…"
  std::string what;   // changed | missing | inserted
  friend bool operator==(const BrokenRecord&, const BrokenRecord&) = default;
};

struct AuditReport {
  std::vector<BrokenRecord> broken;
  std::int64_t entries = 0;
  std::int64_t events = 0;
  std::string head;  // the last hash: whoever keeps it elsewhere can prove that nothing was rewritten since
};

Result<AuditReport> verify_audit(Database&);

}  // namespace mingbai::store
