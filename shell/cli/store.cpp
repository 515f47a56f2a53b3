#include "shell/cli/store.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "shell/cli/command.h"
#include "shell/cli/durable_file.h"
#include "shell/cli/server_store.h"
#include "shell/database/dump.h"
#include "shell/server/password.h"

namespace mingbai::cli {
namespace {

namespace fs = std::filesystem;
using database::Location;
using database::State;

int failed(const std::string& reason) {
  std::cerr << reason << '\n';
  return found_something;
}

int told(const State& state, const std::string& file) {
  nlohmann::ordered_json line;
  if (!file.empty()) line["file"] = file;
  line.update({{"schema", state.schema}, {"rows", state.rows}, {"sha256", state.sha256}});
  std::cout << line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
  return done;
}

store::Result<State> dumped(const Location& location, const database::Line& line) {
  auto db = location.open();
  if (!db) return std::unexpected(std::move(db.error()));
  return database::dump(**db, line);
}

int export_to(const Location& location, const fs::path& file) {
  std::error_code error;
  if (fs::exists(file, error)) return failed(file.string() + " exists and is left as it is.");
  const fs::path part = file.string() + ".part";
  fs::remove(part, error);
  std::ofstream out(part, std::ios::binary);
  fs::permissions(part, fs::perms::owner_read | fs::perms::owner_write, error);
  if (error) return failed(part.string() + ": " + error.message());
  const auto state = dumped(location, [&](const std::string& line) { return bool(out << line << '\n'); });
  out.close();
  if (state && out) error = name_once_durable(part, file);
  if (state && out && !error) return told(*state, file.string());
  std::error_code ignored;
  fs::remove(part, ignored);
  if (!state) return storage_failed(state.error());
  return failed(file.string() + ": " + (error ? error.message() : "it cannot be written"));
}

int import_from(const Location& location, const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return failed(file.string() + " cannot be read.");
  const bool is_new = location.is_file() && !location.exists();
  auto db = location.connect();
  if (!db) return storage_failed(db.error());
  const auto state = database::load(**db, in);
  if (state) return told(*state, file.string());
  db->reset();
  std::error_code ignored;
  for (const std::string_view ending : {"", "-wal", "-shm"})
    if (is_new) fs::remove(location.file().string() + std::string(ending), ignored);
  return failed(file.string() + " was not imported: " + state.error());
}

}  // namespace

int run_store(std::span<const std::string> words) {
  const Arguments arguments(words, {.with_value = {"--data", "--database"}, .flags = {}});
  const auto& rest = arguments.rest;
  const bool hashes = rest.size() == 1 && rest[0] == "hash";
  const bool exports = rest.size() == 2 && rest[0] == "export",
             imports = rest.size() == 2 && rest[0] == "import";
  if (!arguments.fault.empty() || !(hashes || exports || imports)) {
    std::cerr << arguments.fault << (arguments.fault.empty() ? "" : "\n") << store_usage << '\n';
    return wrong_input;
  }
  const auto location = store_location(arguments);
  if (!location) return location.error();
  if (!server::start_sodium()) return found_something;
  if (imports) return import_from(*location, rest[1]);
  if (!location->exists()) return failed("There is no store at " + location->described() + ".");
  if (exports) return export_to(*location, rest[1]);
  const auto state = dumped(*location, [](const std::string&) { return true; });
  return state ? told(*state, "") : storage_failed(state.error());
}

}  // namespace mingbai::cli
