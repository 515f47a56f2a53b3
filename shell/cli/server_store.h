#pragma once
// The operator's way to the server's store, a folder's or PostgreSQL's, also while servers run. One that is
// not there yet is made: accounts may be added before the first start.

#include <expected>
#include <memory>
#include <string>

#include "shell/cli/arguments.h"
#include "shell/database/location.h"

namespace mingbai::cli {

// Where --data (default "data") or --database say, or the exit code after the reason was printed.
std::expected<database::Location, int> store_location(const Arguments&);

// The migrated store there, or the exit code after the reason was printed.
std::expected<std::unique_ptr<store::Database>, int> open_server_store(const Arguments&);

// Prints the fault of the database; the exit code 1.
int storage_failed(const store::Error&);

}  // namespace mingbai::cli
