#include "core/policy/overlay.h"

#include "core/contract/cases.h"
#include "core/contract/messages.h"
#include "core/policy/verify.h"
#include "tests/core/policy/small_pack.h"

using namespace mingbai;
using contract::Json;
using test::has_code;
using test::SmallPack;

namespace {

std::string overlay(const std::string& patch, const std::string& version = "7") {
  return R"({"format": 1, "id": "cheaper", "title": {"zh": "方案", "en": "Cheaper"}, "base": {"id": "sample", "version": ")" +
         version + R"("}, "patch": )" + patch + "}";
}

const std::string half = R"([
  {"op": "test", "path": "/tables.json/0/rows/0/value", "value": "200.00"},
  {"op": "replace", "path": "/tables.json/0/rows/0/value", "value": "100.00"}])";

std::string self_pay(const policy::Library& library, const std::string& policy) {
  const auto answer =
      contract::settle(library,
                       R"({"policy": ")" + policy +
                           R"(", "insured": {"scheme": "resident"}, "claim": {"care": "inpatient",
    "remote": "local", "discharged": "2023-05-05", "provider": {"level": 1}, "total": "1200.00"}})",
                       Language::en);
  return Json::parse(answer.json)["self_pay"];
}

Findings faults_of(const std::string& text) {
  auto wider = SmallPack().library().with_overlay(text, "trial.json");
  REQUIRE_FALSE(wider);
  return wider.error();
}

}  // namespace

TEST_CASE("an overlay is a policy of its own, by id and by path, and its base stays as it is") {
  const auto library = SmallPack().library();
  const auto wider = library.with_overlay(overlay(half), "plans/cheaper.json");
  REQUIRE(wider);
  CHECK(self_pay(*wider, "sample") == "450.00");
  CHECK(self_pay(*wider, "cheaper") == "375.00");
  CHECK(self_pay(*wider, "plans/cheaper.json") == "375.00");
  CHECK(wider->find("cheaper")->overlay_of == "sample");
  CHECK(wider->find("cheaper")->title.en == "Cheaper");
  CHECK(wider->ids() == std::vector<std::string_view>{"sample"});
  CHECK(wider->overlay_ids() == std::vector<std::string_view>{"cheaper"});
  CHECK(library.find("cheaper") == nullptr);
}

TEST_CASE("an overlay of the bundle is loaded with the packs") {
  SmallPack pack;
  pack.set("overlays/cheaper.json", overlay(half));
  CHECK(self_pay(pack.library(), "cheaper") == "375.00");
  pack.set("overlays/again.json", overlay(half));
  CHECK(has_code(pack.library().overlay_faults(), "pack_duplicate_id", "overlays/cheaper.json#/id"));
}

TEST_CASE("an overlay that no longer fits its base is left out, and the packs stand") {
  SmallPack pack;
  pack.set("overlays/cheaper.json", overlay(half, "6"));
  const auto library = pack.library();
  CHECK(library.find("cheaper") == nullptr);
  CHECK(library.find("sample") != nullptr);
  CHECK(has_code(library.overlay_faults(), "overlay_base_version", "overlays/cheaper.json#/base/version"));
}

TEST_CASE("an overlay of the same id takes the earlier one's place") {
  auto library = SmallPack().library().with_overlay(overlay(half), "a.json");
  library = library->with_overlay(
      overlay(R"([{"op": "replace", "path": "/tables.json/0/rows/0/value", "value": "0.00"}])"), "b.json");
  CHECK(self_pay(*library, "cheaper") == "300.00");
  CHECK(library->overlay_ids().size() == 1);
}

TEST_CASE("an overlay written for another version of its base is refused with both versions") {
  const Findings faults = faults_of(overlay(half, "6"));
  REQUIRE(has_code(faults, "overlay_base_version", "trial.json#/base/version"));
  CHECK(faults.front().actual == "6");
  CHECK(faults.front().allowed == std::vector<std::string>{"7"});
}

TEST_CASE("every fault of an overlay comes at once, at the operation that is wrong") {
  const Findings faults = faults_of(overlay(R"([
    {"op": "test", "path": "/tables.json/0/rows/0/value", "value": "999.00"},
    {"op": "replace", "path": "/tables.json/0/rows/9/value", "value": "1.00"},
    {"op": "replace", "path": "/table.json/0/rows/0/value", "value": "1.00"},
    {"op": "change", "path": "/tables.json"},
    {"op": "add", "path": "/tables.json/0/note", "valeu": 1}])"));
  CHECK(has_code(faults, "overlay_test_failed", "trial.json#/patch/0"));
  CHECK(has_code(faults, "overlay_dangling_pointer", "trial.json#/patch/1/path"));
  CHECK(has_code(faults, "overlay_dangling_pointer", "trial.json#/patch/2/path"));
  CHECK(has_code(faults, "unknown_value", "trial.json#/patch/3/op"));
  CHECK(has_code(faults, "missing_key", "trial.json#/patch/4/value"));
  CHECK(has_code(faults, "unknown_key", "trial.json#/patch/4/valeu"));
  for (const Finding& f : faults)
    if (f.fact == "trial.json#/patch/1/path")
      CHECK(f.allowed == std::vector<std::string>{"/tables.json/0/rows/0–1"});
}

TEST_CASE("a value that cannot stand in the base is told at the operation that wrote it") {
  const Findings faults = faults_of(overlay(R"([
    {"op": "replace", "path": "/parameters.json/1/values/0/value", "value": "50%"},
    {"op": "replace", "path": "/tables.json/0/rows/0/value", "value": "100"},
    {"op": "replace", "path": "/benefits.json/0/steps/2", "value": {"step": "deductible", "kind": "deductible", "table": "deductibel", "label": {"zh": "起付线", "en": "Deductible"}}}])"));
  CHECK(has_code(faults, "pack_bad_value", "trial.json#/patch/1"));
  CHECK(has_code(faults, "pack_dangling_reference", "trial.json#/patch/2"));
  CHECK(faults.size() == 2);
  for (const Finding& f : faults) CHECK(f.message.en.starts_with("sample/"));
}

TEST_CASE("an overlay without base, of an unknown base, or that is no JSON is refused with its place") {
  CHECK(has_code(faults_of("{"), "not_json", "trial.json#"));
  CHECK(has_code(faults_of("[]"), "wrong_type", "trial.json#"));
  CHECK(has_code(faults_of(R"({"format": 1, "id": "x", "title": {"zh": "方", "en": "x"}, "patch": []})"),
                 "missing_key", "trial.json#/base"));
  std::string other = overlay(half);
  other.replace(other.find("sample"), 6, "sampel");
  const Findings faults = faults_of(other);
  CHECK(has_code(faults, "pack_dangling_reference", "trial.json#/base/id"));
  CHECK(faults.front().message.en.find("Did you mean \"sample\"") != std::string::npos);
}

TEST_CASE("an overlay is proven like a pack: a row taken out leaves a gap") {
  const auto wider = SmallPack().library().with_overlay(
      overlay(R"([{"op": "remove", "path": "/tables.json/0/rows/0"}])"), "x.json");
  REQUIRE(wider);
  CHECK(has_code(policy::verify(*wider->find("cheaper")), "table_gap"));
}

TEST_CASE("the base's cases say what an overlay changes") {
  const auto wider = SmallPack().library().with_overlay(overlay(half), "x.json");
  const std::string stay =
      R"({"name": "a stay", "command": "settle", "input": {"policy": "sample", "insured": {"scheme": "resident"},
    "claim": {"care": "inpatient", "remote": "local", "discharged": "2023-05-05", "provider": {"level": 1}, "total": "1200.00"}},
    "expect": {"self_pay": "450.00"}})";
  CHECK(contract::run_case(*wider, stay).passed());
  const auto changed = contract::run_case(*wider, stay, "cheaper");
  REQUIRE(changed.differences.size() == 1);
  CHECK(changed.differences.front() == R"(self_pay: expected "450.00", found 375.00)");
}
