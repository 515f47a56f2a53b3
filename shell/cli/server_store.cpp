#include "shell/cli/server_store.h"

#include <iostream>

#include "shell/cli/command.h"

namespace mingbai::cli {

std::expected<database::Location, int> store_location(const Arguments& arguments) {
  auto location = database::Location::of(arguments.value("--database"), arguments.value("--data"));
  if (location) return std::move(*location);
  std::cerr << database::address_usage << '\n';
  return std::unexpected(wrong_input);
}

std::expected<std::unique_ptr<store::Database>, int> open_server_store(const Arguments& arguments) {
  const auto location = store_location(arguments);
  if (!location) return std::unexpected(location.error());
  auto db = location->open();
  if (!db) return std::unexpected(storage_failed(db.error()));
  return std::move(*db);
}

int storage_failed(const store::Error& error) {
  std::cerr << "The database cannot be used: " << to_key(error.fault) << ", " << error.detail << '\n';
  return found_something;
}

}  // namespace mingbai::cli
