#include "core/contract/messages.h"
#include "core/policy/verify.h"
#include "tests/core/contract/mutation.h"
#include "tests/core/policy/small_score_pack.h"

using namespace mingbai;
using namespace mingbai::test;
using contract::Json;

namespace {

Json asked(const std::string& diagnosis, const std::string& procedure, const std::string& provider_class) {
  return Json::parse(
      R"({"policy": "sample", "as_of": "2024-01-01", "insured": {"scheme": "resident"}, "case": {"rw": "2", "diagnosis": ")" +
      diagnosis + R"(", "procedures": [")" + procedure +
      R"("], "treatment": "surgical", "provider": {"class": ")" + provider_class + R"("}}})");
}

Json answer(const policy::Library& library, const Json& request) {
  return Json::parse(contract::score(library, request.dump(), Language::en).json);
}

}  // namespace

TEST_CASE("a pack of one's own pays by its own tables and its own list") {
  const auto library = small_score_pack().library();
  CHECK(policy::verify(*library.find("sample")).empty());
  const auto listed = answer(library, asked("A01.1", "1.25", "low"));
  CHECK(listed["base_score"] == "700.00");
  CHECK(listed["coefficient"] == "0.90");
  CHECK(listed["payment"] == "5985.00");
  const auto other = answer(library, asked("B02", "1.25", "low"));
  CHECK(other["base_score"] == "2000.00");
  CHECK(other["coefficient"] == "0.50");
  CHECK(other["basis"] == "in_force");
}

TEST_CASE("every fault of scores.json is told at once with its place") {
  auto pack = small_score_pack();
  pack.change("sample/scores.json", R"("kind": "cascade")", R"("kind": "cascades")");
  pack.change("sample/scores.json", R"("table": "by_class")", R"("table": "by_clas")");
  pack.change("sample/scores.json", R"(["high"])", R"(["heigh"])");
  pack.change("sample/scores.json", R"("parameter": "per_rw")", R"("parameter": "ratio")");
  pack.change("sample/scores.json", R"("subject": "case")", R"("subject": "cases")");
  const auto faults = pack.faults();
  CHECK(has_code(faults, "unknown_value", "scores.json#/0/steps/1/kind"));
  CHECK(has_code(faults, "pack_dangling_reference", "scores.json#/0/steps/2/table"));
  CHECK(has_code(faults, "unknown_value", "scores.json#/0/ladder"));
  CHECK(has_code(faults, "pack_bad_value", "scores.json#/0/steps/0/parameter"));
  CHECK(has_code(faults, "unknown_value", "scores.json#/0/subject"));
}

TEST_CASE("a table of coefficients with a gap is shown by the class it leaves out") {
  auto pack = small_score_pack();
  pack.change("sample/tables.json", R"({"when": {"case.provider.class": "high"})",
              R"({"when": {"case.provider.class": "low"})");
  const auto library = pack.library();
  const auto findings = policy::verify(*library.find("sample"));
  CHECK(has_code(findings, "table_gap", "tables.json#/0"));
  CHECK(has_code(findings, "table_overlap", "tables.json#/0"));
}

TEST_CASE("a share of the list that does not fit what the law states turns the proof red") {
  auto pack = small_score_pack();
  pack.change("sample/catalogues/dip_groups.json", R"("share": "100%")", R"("share": "62.7%")");
  const auto library = pack.library();
  CHECK(has_code(policy::verify(*library.find("sample")), "list_size", "sizes/0"));
}

TEST_CASE("a damaged pack of scores loads whole or names its faults, and what loads can be used", "[fuzz]") {
  const Json whole = Json::parse(small_score_pack().bundle());
  Random random(9);
  for (int i = 0; i < trials(1500, 20000); ++i) {
    Json bundle = whole;
    const auto* file = pick(random, 2) == 0 ? "sample/scores.json" : "sample/catalogues/dip_groups.json";
    Json content = Json::parse(bundle["files"][file].get<std::string>());
    for (std::uint32_t n = 0; n <= pick(random, 3); ++n) damage(content, random);
    bundle["files"][file] = content.dump();
    const auto library = policy::Library::from(bundle);
    if (!library) {
      REQUIRE_FALSE(library.error().empty());
      continue;
    }
    policy::verify(*library->find("sample"));
    Json request = asked("A01.1", "1.25", "low");
    damage(request, random);
    REQUIRE(answer(*library, request).contains("findings"));
  }
}
