#pragma once
// The server's tables: accounts and their sessions, every envelope ever decided, and of each filing where it
// stands.
//
// `envelope.id` is the primary key, so a push is idempotent by construction. `counter.sequence` is raised
// inside the transaction that uses it: numbers are strictly increasing in the order of commits and without
// gaps. A filing's `version` counts its decided envelopes; its `sequence` is that of the latest of them.
// Passwords are kept as Argon2id hashes, session tokens as hashes only. Times are milliseconds since 1970
// UTC.

#include <span>

#include "core/store/migrations.h"

namespace mingbai::store {

std::span<const Migration> server_migrations();

}  // namespace mingbai::store
