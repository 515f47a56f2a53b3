#include "shell/cli/server_store.h"

#include <filesystem>
#include <iostream>

#include "core/store/server_schema.h"
#include "core/store/sqlite_database.h"
#include "shell/server/listener.h"

namespace mingbai::cli {

std::unique_ptr<store::Database> open_server_store(const Arguments& arguments) {
  const std::filesystem::path folder = arguments.value("--data").value_or("data");
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  auto db = store::open_sqlite({.path = (folder / server::database_file).string()});
  if (db) {
    auto migrated = store::migrate(**db, store::server_migrations());
    if (migrated) return std::move(*db);
    db = std::unexpected(std::move(migrated.error()));
  }
  storage_failed(db.error());
  return nullptr;
}

bool has_server_store(const Arguments& arguments) {
  const std::filesystem::path folder = arguments.value("--data").value_or("data");
  std::error_code error;
  return std::filesystem::exists(folder / server::database_file, error);
}

int storage_failed(const store::Error& error) {
  std::cerr << "The database cannot be used: " << to_key(error.fault) << ", " << error.detail << '\n';
  return 1;
}

}  // namespace mingbai::cli
