#pragma once
// The tables of one device: drafts (草稿), the outbox (待发队列), copies of filings (备案), conflicts (冲突), papers that wait
// (待传材料) and settings. The browser's counterpart of the server's schema; both stand on the same Database port.
//
// Every row that belongs to an account names it; an empty account is the device itself, before anybody logged in.
// A released migration is never edited (migrations.h).

#include <span>

#include "core/store/database.h"
#include "core/store/migrations.h"

namespace mingbai::store {

// Every change of the tables since the first version.
std::span<const Migration> device_migrations();

// Brings the tables to the last version. A database of a later program is refused and left untouched.
Result<void> prepare_device(Database&);

}  // namespace mingbai::store
