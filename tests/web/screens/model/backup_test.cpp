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

TEST_CASE("edits come back as drafts of the same filing and version: begun, waiting, and come too late") {
  DeviceState state;
  const std::string filing(32, 'f'), waiting(32, '4'), late(32, '5');
  state.drafts = {{first, "remote_care", R"({"kind":"remote_care"})", "2026-11-21T10:58:05Z", {filing, 1}}};
  state.queue = {{.id = waiting, .filing = filing, .kind = "remote_care", .form = R"({"kind":"remote_care"})", .base_version = 2}};
  state.conflicts = {{.id = late, .filing = filing, .kind = "remote_care", .payload = R"({"application":{"kind":"remote_care"}})", .base_version = 3}};
  const auto back = restoration_from(backup_of(state), {});
  REQUIRE(back);
  REQUIRE(back->drafts.size() == 3);
  const std::string ids[] = {first, waiting, late};
  for (std::size_t at = 0; at < 3; ++at) {
    CHECK(back->drafts[at].id == ids[at]);
    CHECK(back->drafts[at].edits.filing == filing);
    CHECK(back->drafts[at].edits.version == static_cast<std::int64_t>(at) + 1);
  }
  CHECK(back->drafts[2].form.find("remote_care") != std::string::npos);
  CHECK(restoration_from(backup_of(state), state)->skipped == 3);
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
