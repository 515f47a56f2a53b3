#pragma once
// Golden pages: what a page must be, byte for byte, in tests/core/filing/notice/golden. Written anew by
//
//   MINGBAI_GOLDEN=write build/bin/mingbai_tests "[golden]"
//
// in the repository's root; their difference is read, and the pages looked at, before it is committed.

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace mingbai::filing::notice {

inline void check_golden(const std::string& name, const std::string& page) {
  const std::string path = "tests/core/filing/notice/golden/" + name + ".html";
  const char* wanted = std::getenv("MINGBAI_GOLDEN");
  if (wanted != nullptr && std::string(wanted) == "write") std::ofstream(path, std::ios::binary) << page;
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file);
  std::ostringstream kept;
  kept << file.rdbuf();
  CHECK(page == kept.str());
}

}  // namespace mingbai::filing::notice
