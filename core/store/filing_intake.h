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
// A refused edit of a received filing leaves it received with its last good payload. A filing that is over
// (withdrawn, cancelled, expired) takes no edit: it is refused with that as its finding. Every decided
// envelope is an event of the filing's life; what the pack lets take effect at once does so in the same
// transaction. `person` is the key of whose application it is (core/filing/person_key.h).

#include "core/filing/judgement.h"
#include "core/store/database.h"
#include "core/sync/envelope.h"
#include "core/sync/instant.h"
#include "core/sync/record.h"

namespace mingbai::store {

Result<sync::PushResult> take_in(Database&, std::int64_t account, const sync::Envelope&,
                                 const filing::Judgement&, sync::Milliseconds now,
                                 std::string_view person = {});

}  // namespace mingbai::store
