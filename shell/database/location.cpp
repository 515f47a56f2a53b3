#include "shell/database/location.h"

#include "core/store/server_schema.h"
#include "core/store/sqlite_database.h"
#include "shell/database/postgres_database.h"

namespace mingbai::database {

namespace fs = std::filesystem;
using store::Database;
using store::Result;

std::optional<Location> Location::of(const std::optional<std::string>& address,
                                     const std::optional<std::string>& folder) {
  Location location;
  if (folder) location.folder_ = *folder;
  if (!address) return location;
  location.address_ = *address;
  const bool known = address->starts_with("postgres://") || address->starts_with("postgresql://");
  return known ? std::optional(std::move(location)) : std::nullopt;
}

fs::path Location::file() const { return folder_ / "mingbai.db"; }

bool Location::exists() const {
  std::error_code error;
  if (is_file()) return fs::exists(file(), error);
  auto db = open_for_reading();
  if (!db) return true;
  return store::schema_number(**db).value_or(1) > 0;
}

Result<std::unique_ptr<Database>> Location::connect() const {
  if (!is_file()) return open_postgres({.address = address_});
  std::error_code error;
  fs::create_directories(folder_, error);
  return store::open_sqlite({.path = file().string()});
}

Result<std::unique_ptr<Database>> Location::open() const {
  auto db = connect();
  if (!db) return db;
  auto migrated = store::migrate(**db, store::server_migrations());
  if (!migrated) return std::unexpected(std::move(migrated.error()));
  return db;
}

Result<std::unique_ptr<Database>> Location::open_for_reading() const {
  if (!is_file()) return open_postgres({.address = address_, .read_only = true});
  return store::open_sqlite({.path = file().string(), .read_only = true});
}

std::string Location::described() const { return is_file() ? file().string() : address_for_people(address_); }

}  // namespace mingbai::database
