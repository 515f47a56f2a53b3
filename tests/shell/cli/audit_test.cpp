#include "shell/cli/audit.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "core/store/sqlite_database.h"
#include "shell/cli/server_store.h"

namespace mingbai::cli {
namespace {

struct Folder {
  std::filesystem::path path = std::filesystem::temp_directory_path() / "mingbai-audit-test";
  Folder() { std::filesystem::remove_all(path); }
  ~Folder() { std::filesystem::remove_all(path); }
  int verify() const { return run_audit(std::vector<std::string>{"verify", "--data", path.string()}); }
};

}  // namespace

TEST_CASE("a folder without data is no clean audit log, and is not made") {
  const Folder folder;
  CHECK(folder.verify() == 2);
  CHECK_FALSE(std::filesystem::exists(folder.path));
}

TEST_CASE("the log of a server that has decided nothing yet is whole") {
  const Folder folder;
  const std::vector<std::string> words{"--data", folder.path.string()};
  REQUIRE(open_server_store(Arguments(words, {.with_value = {"--data"}, .flags = {}})));
  CHECK(folder.verify() == 0);
}

}  // namespace mingbai::cli
