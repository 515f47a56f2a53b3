#include "shell/cli/backup.h"

#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/store/query.h"
#include "core/store/server_schema.h"
#include "core/store/sqlite_database.h"
#include "shell/cli/durable_file.h"
#include "shell/cli/server_store.h"

namespace mingbai::cli {
namespace {

namespace fs = std::filesystem;
using store::Database;
using store::Result;

int failed(const std::string& reason) {
  std::cerr << reason << '\n';
  return 1;
}

// One file and where it goes; nothing when the call was wrong, which has then been said.
struct Call {
  fs::path file;
  database::Location location;
};

std::optional<Call> understood(std::span<const std::string> words, const char* usage) {
  const Arguments arguments(words, {.with_value = {"--data", "--database"}, .flags = {}});
  if (arguments.value("--database")) {
    std::cerr << "A backup is a copy of SQLite's file. For PostgreSQL use pg_dump, or mingbai store export.\n";
    return std::nullopt;
  }
  if (!arguments.fault.empty() || arguments.rest.size() != 1) {
    std::cerr << arguments.fault << (arguments.fault.empty() ? "" : "\n") << usage << '\n';
    return std::nullopt;
  }
  return Call{arguments.rest[0], *database::Location::of(std::nullopt, arguments.value("--data"))};
}

Result<std::int64_t> counted(Database& db, std::string_view sql) {
  auto number = store::first(
      db, [](store::Statement& row) { return row.integer(0); }, sql);
  if (!number) return std::unexpected(std::move(number.error()));
  return number->value_or(0);
}

// What the file holds, or why it is no whole database of this program.
std::expected<nlohmann::ordered_json, std::string> contents(const fs::path& file) {
  const auto storage = [](const store::Error& error) {
    return std::unexpected(std::string(to_key(error.fault)) + ", " + error.detail);
  };
  auto db = store::open_sqlite({.path = file.string(), .read_only = true});
  if (!db) return storage(db.error());
  const auto sound = store::integrity(**db);
  if (!sound) return storage(sound.error());
  if (*sound != "ok") return std::unexpected("corrupt, " + *sound);
  const auto schema = store::schema_number(**db);
  if (!schema) return storage(schema.error());
  if (*schema < 1) return std::unexpected("not a database of this program");
  if (*schema > static_cast<int>(store::server_migrations().size()))
    return std::unexpected("newer_schema, schema " + std::to_string(*schema));
  nlohmann::ordered_json out = {{"file", file.string()}, {"bytes", fs::file_size(file)}, {"schema", *schema}};
  for (const auto& [key, sql] : {std::pair{"accounts", "SELECT count(*) FROM account"},
                                 std::pair{"filings", "SELECT count(*) FROM filing"},
                                 std::pair{"sequence", "SELECT sequence FROM counter"}}) {
    const auto number = counted(**db, sql);
    if (!number) return storage(number.error());
    out[key] = *number;
  }
  return out;
}

// Proves the unnamed file, names it and says what it holds.
int finish(const fs::path& part, const fs::path& whole) {
  auto held = contents(part);
  std::error_code error;
  if (held) error = name_once_durable(part, whole);
  if (held && !error) {
    (*held)["file"] = whole.string();
    std::cout << held->dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
    return 0;
  }
  std::error_code ignored;
  fs::remove(part, ignored);
  return failed(held ? whole.string() + ": " + error.message() : "It is not whole: " + held.error());
}

fs::path unnamed(const fs::path& whole) { return whole.string() + ".part"; }

}  // namespace

int run_backup(std::span<const std::string> words) {
  const auto call = understood(words, backup_usage);
  if (!call) return 2;
  std::error_code error;
  if (!call->location.exists()) return failed("There is no data in " + call->location.folder().string() + ".");
  if (fs::exists(call->file, error)) return failed(call->file.string() + " exists and is left as it is.");
  auto db = call->location.connect();
  if (!db) return storage_failed(db.error());
  const fs::path part = unnamed(call->file);
  fs::remove(part, error);
  if (auto copied = store::copy_into(**db, part.string()); !copied) {
    fs::remove(part, error);
    return storage_failed(copied.error());
  }
  return finish(part, call->file);
}

int run_restore(std::span<const std::string> words) {
  const auto call = understood(words, restore_usage);
  if (!call) return 2;
  const fs::path whole = call->location.file();
  std::error_code error;
  for (const std::string_view ending : {"", "-wal", "-shm"})
    if (fs::exists(whole.string() + std::string(ending), error))
      return failed(call->location.folder().string() +
                    " holds data, which is left as it is. Name another folder or move it away.");
  if (const auto held = contents(call->file); !held)
    return failed(call->file.string() + " cannot be restored: " + held.error());
  fs::create_directories(call->location.folder(), error);
  const fs::path part = unnamed(whole);
  fs::remove(part, error);
  if (!fs::copy_file(call->file, part, error)) return failed(part.string() + ": " + error.message());
  return finish(part, whole);
}

}  // namespace mingbai::cli
