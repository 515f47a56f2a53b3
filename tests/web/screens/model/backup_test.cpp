#include "web/screens/model/backup.h"

#include <catch2/catch_test_macros.hpp>

namespace mingbai::screens {
namespace {

const std::string first(32, '1'), second(32, '2');

DeviceState written() {
  DeviceState state;
  state.drafts = {{first, "remote_care", R"({"kind":"remote_care","name":"示例"})", "2026-11-21T10:58:05Z"}};
  state.queue = {{.id = "e1", .filing = second, .kind = "special_disease", .form = R"({"kind":"special_disease"})"}};
  return state;
}

}  // namespace

TEST_CASE("a backup brings back every draft, and what was not sent as a draft under its id") {
  const auto back = restoration_from(backup_of(written()), {});
  REQUIRE(back);
  REQUIRE(back->drafts.size() == 2);
  CHECK(back->drafts[0].id == first);
  CHECK(back->drafts[0].form == R"({"kind":"remote_care","name":"示例"})");
  CHECK(back->drafts[1].id == second);
  CHECK(back->drafts[1].kind == "special_disease");
  CHECK(back->skipped == 0);
}

TEST_CASE("what the device has already is left alone") {
  const auto back = restoration_from(backup_of(written()), written());
  REQUIRE(back);
  CHECK(back->drafts.empty());
  CHECK(back->skipped == 2);
}

TEST_CASE("what is no backup, or a damaged one, restores nothing") {
  for (const char* text : {"", "no JSON", "{}", "[]", R"({"format":"mingbai-drafts","version":2,"drafts":[]})",
                           R"({"format":"mingbai-drafts","version":1,"drafts":[{"id":"x","kind":"k","form":{}}]})",
                           R"({"format":"mingbai-drafts","version":1,"drafts":[{"id":"11111111111111111111111111111111","kind":"k","form":"text"}]})"}) {
    CHECK_FALSE(restoration_from(text, {}));
  }
}

}  // namespace mingbai::screens
