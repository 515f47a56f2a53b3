#include "shell/cli/arguments.h"

#include <catch2/catch_test_macros.hpp>

namespace mingbai::cli {
namespace {

const Options options{.with_value = {"--data"}, .flags = {"--quiet"}};

Arguments read(std::vector<std::string> words) { return Arguments(words, options); }

TEST_CASE("options may stand anywhere, with a space or an equals sign") {
  const auto one = read({"show", "--data", "a b", "X", "--quiet"});
  CHECK(one.fault.empty());
  CHECK(one.rest == std::vector<std::string>{"show", "X"});
  CHECK(one.value("--data") == "a b");
  CHECK(one.has("--quiet"));
  CHECK(read({"--data=x=y"}).value("--data") == "x=y");
  CHECK_FALSE(read({}).value("--data"));
}

TEST_CASE("what is not understood is named") {
  CHECK(read({"--date", "x"}).fault == "unknown option --date");
  CHECK(read({"--data"}).fault == "--data needs a value");
  CHECK(read({"--quiet=1"}).fault == "unknown option --quiet");
}

}  // namespace
}  // namespace mingbai::cli
