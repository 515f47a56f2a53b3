#pragma once
// Intake (收件): the one place where an envelope becomes part of a filing. Runs inside the caller's
// transaction; what it answers is true once that transaction is committed.
//
//   known id, same account and payload   the answer of the first time, nothing written
//   known id, anything else              rejected, envelope_reused
//   filing of another account            rejected, filing_unknown
//   made on a version not reached yet    rejected, version_ahead: to be sent again after the earlier edit
//   made on an older version             conflict: kept, the filing unchanged, its current record in the
//   answer otherwise                            received or refused, as judged; the filing's version goes up
//   by one
//
// A refused edit of a received filing leaves it received with its last good payload.

#include "core/filing/judgement.h"
#include "core/store/database.h"
#include "core/sync/envelope.h"
#include "core/sync/instant.h"
#include "core/sync/record.h"

namespace mingbai::store {

Result<sync::PushResult> take_in(Database&, std::int64_t account, const sync::Envelope&,
                                 const filing::Judgement&, sync::Milliseconds now);

}  // namespace mingbai::store
