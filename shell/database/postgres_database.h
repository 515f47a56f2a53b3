#pragma once
// The driver of the Database port over PostgreSQL, for when one machine is outgrown: any number of server
// processes beside each other on one database.
//
// "BEGIN IMMEDIATE" takes the one writer's lock, an advisory one that ends with the transaction: whoever
// holds it sees all that was committed before, so that sequences rise in the order of commits and without
// gaps, also with several processes. A plain "BEGIN" is one picture for reading. The schema's number (PRAGMA
// user_version) stands in the table mingbai_schema.
//
// A lost connection fails what was under way with io_error and is made again for the next transaction. A read
// outside a transaction and a BEGIN are repeated once by themselves. What commit() answered is on the disk;
// when the connection is lost during it nobody knows, and the caller gets an error.
//
//   auto db = open_postgres({.address = "postgres://mingbai@db.example/mingbai"});

#include "shell/database/postgres_link.h"

namespace mingbai::database {

store::Result<std::unique_ptr<store::Database>> open_postgres(const PostgresOptions&);

}  // namespace mingbai::database
