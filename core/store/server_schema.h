#pragma once
// The server's tables: accounts and their sessions, every envelope ever decided, and of each filing where it
// stands.
//
// `envelope.id` is the primary key, so a push is idempotent by construction. `counter.sequence` is raised
// inside the transaction that uses it: numbers are strictly increasing in the order of commits and without
// gaps. A filing's `version` counts its decided envelopes; its `sequence` is that of the latest of them.
//
// `event` is the append-only log of each filing's life, `life` the fold of it, for lists; `audit` has one
// entry for each change of state, chained by hashes, its count and head kept beside the counter. A filing of
// schema 1 has no life until it is adopted (adoption.h). Persons stand in columns as keys only
// (core/filing/person_key.h). Passwords are kept as Argon2id hashes, session tokens as hashes only. Times are
// milliseconds since 1970 UTC.

#include <span>

#include "core/store/migrations.h"

namespace mingbai::store {

std::span<const Migration> server_migrations();

}  // namespace mingbai::store
