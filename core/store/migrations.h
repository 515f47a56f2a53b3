#pragma once
// Schema changes, numbered from 1, forward only. All that are due run in one transaction together with the
// last one's number (PRAGMA user_version): killed half-way, a database is as it was or up to date, never between.
//
// A database written by a later program (its number is above the last one known) is refused with newer_schema
// and left untouched. A migration that has been released is never edited; a new one is added.
//
//   constexpr Migration server_migrations[] = {{"accounts, sessions, envelopes, filings", "CREATE TABLE …"}};
//   auto number = migrate(db, server_migrations);

#include <span>
#include <string_view>

#include "core/store/database.h"

namespace mingbai::store {

struct Migration {
  std::string_view title;
  std::string_view sql;
};

// Brings the database to the last migration and gives its number.
Result<int> migrate(Database&, std::span<const Migration>);

Result<int> schema_number(Database&);

}  // namespace mingbai::store
