#pragma once
// What the hashes of the audit log cover, in one fixed form: a JSON array of the columns in order. Used by
// the writer of the log and by its verifier alike.

#include "core/store/audit.h"
#include "core/store/events.h"

namespace mingbai::store {

std::string entry_hash(const std::string& before, std::int64_t sequence, const AuditEntry&);

std::string event_digest(const std::string& filing, const KeptEvent&);

}  // namespace mingbai::store
