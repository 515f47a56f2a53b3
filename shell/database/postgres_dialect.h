#pragma once
// The store's SQL as PostgreSQL takes it. There is one set of statements, written so that SQLite and
// PostgreSQL understand the same words; what is left is mechanical:
//
//   ? and ?2                          $1 and $2
//   in CREATE and ALTER, in capitals  INTEGER, TEXT, BLOB -> BIGINT, TEXT COLLATE "C", BYTEA
//   after a table's bracket           STRICT, WITHOUT ROWID fall away
//
// COLLATE "C" orders text by its bytes, as SQLite does, whatever the language of the database.
//
// PostgreSQL's text holds no zero byte, SQLite's does. So text is sent with U+10FFFF as an escape, which is
// no character: zero as U+10FFFF 0, itself twice. Equal stays equal, and nobody outside the driver sees it.

#include <string>
#include <string_view>

namespace mingbai::database {

struct Translated {
  std::string sql;
  int parameters = 0;  // the highest number that occurs
};

Translated to_postgres(std::string_view sql);

std::string with_zeros_escaped(std::string_view text);
std::string with_zeros_restored(std::string text);

}  // namespace mingbai::database
