#pragma once
// Where a server's store is: a file of SQLite in the folder of the data, or PostgreSQL (--database).
//
//   const auto location = Location::of(arguments.value("--database"), arguments.value("--data"));
//   auto db = location->open();          // migrated

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "core/store/database.h"

namespace mingbai::database {

class Location {
 public:
  // Nothing when `address` is none of postgres:// or postgresql://. The folder is "data" when not given.
  static std::optional<Location> of(const std::optional<std::string>& address,
                                    const std::optional<std::string>& folder);

  bool is_file() const { return address_.empty(); }
  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path file() const;

  // Whether a store is there already. When nobody can say: true, and opening it tells why.
  bool exists() const;

  // For writing, as it stands there; a file that is missing is made.
  store::Result<std::unique_ptr<store::Database>> connect() const;
  // The same, brought to the last schema.
  store::Result<std::unique_ptr<store::Database>> open() const;
  store::Result<std::unique_ptr<store::Database>> open_for_reading() const;

  // For people: the file, or PostgreSQL with host and database; never a password.
  std::string described() const;

 private:
  std::filesystem::path folder_ = "data";
  std::string address_;
};

inline constexpr const char* address_usage = "--database wants postgres://[USER@][HOST][:PORT]/DATABASE";

}  // namespace mingbai::database
