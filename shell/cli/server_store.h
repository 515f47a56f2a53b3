#pragma once
// The operator's way to the database of a data folder, also while the server runs. One that is not there yet
// is made: accounts may be added before the first start.

#include <memory>
#include <string>

#include "core/store/database.h"
#include "shell/cli/arguments.h"

namespace mingbai::cli {

// The migrated database of --data (default "data"), or nothing after the reason was printed.
std::unique_ptr<store::Database> open_server_store(const Arguments&);

// Whether --data holds a database already.
bool has_server_store(const Arguments&);

// Prints the fault of the database; the exit code 1.
int storage_failed(const store::Error&);

}  // namespace mingbai::cli
