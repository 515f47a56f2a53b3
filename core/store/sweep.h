#pragma once
// The sweep (到点办理): brings about what is due in the lives of filings, by the clock it is given: benefits
// that begin, end or are due for recheck, reviews that follow a confirmation, and lives of adopted filings
// that were never judged.
//
// Runs inside the writer's transaction, at most so many filings a time; every filing is read again there, so
// that two sweeps never do the same twice.

#include "core/policy/library.h"
#include "core/store/lives.h"

namespace mingbai::store {

// Whether a sweep on that day would find anything: for a reader, before the writer is woken.
Result<bool> anything_due(Database&, Date today);

// How many filings changed.
Result<int> sweep(Database&, const policy::Library&, std::string_view secret, sync::Milliseconds now,
                  int most);

// What is due in one life after an event, appended under the same version and sequence.
Result<void> bring_about(Database&, const policy::Library&, Standing&, sync::Milliseconds now,
                         std::int64_t version, std::int64_t sequence);

}  // namespace mingbai::store
