#pragma once
// A database for one test: SQLite in the test's folder or, when MINGBAI_TEST_DATABASE names a PostgreSQL
// (tests/postgres/with), a schema there that belongs to the folder. The same suite runs on both.

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "core/store/sqlite_database.h"
#include "shell/database/postgres_database.h"
#include "tests/core/store/temporary_folder.h"

namespace mingbai::store {

inline const char* test_postgres() { return std::getenv("MINGBAI_TEST_DATABASE"); }

// The address of a schema for that file.
inline std::string test_address(const std::string& file) {
  const std::string schema = "t" + std::to_string(std::hash<std::string>{}(file));
  auto db = database::open_postgres({.address = test_postgres()});
  REQUIRE(db);
  REQUIRE((*db)->execute("CREATE SCHEMA IF NOT EXISTS " + schema));
  return std::string(test_postgres()) + "&options=-csearch_path%3D" + schema;
}

inline std::unique_ptr<Database> any_database(const TemporaryFolder& folder,
                                              const std::string& name = "a.db") {
  const std::string file = folder.file(name);
  auto db = test_postgres() ? database::open_postgres({.address = test_address(file)})
                            : open_sqlite({.path = file});
  REQUIRE(db);
  return std::move(*db);
}

}  // namespace mingbai::store
