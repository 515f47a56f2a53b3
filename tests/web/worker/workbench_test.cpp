#include "web/worker/workbench/workbench.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "generated/policies_bundle.h"
#include "web/screens/model/device_state.h"

namespace mingbai::workbench {
namespace {

using Json = nlohmann::json;

// The native bundle holds the cases, too; the browser's come apart.
std::string cases_of_bundle() {
  const Json bundle = Json::parse(policies_bundle());
  Json out = {{"files", Json::object()}};
  for (const auto& [file, content] : bundle["files"].items()) {
    if (file.find("/cases/") != std::string::npos) out["files"][file] = content;
  }
  return out.dump();
}

Workbench& bench() {
  static Workbench only(policies_bundle(), cases_of_bundle());
  return only;
}

Json ask(const Json& command) { return Json::parse(bench().answer(command.dump())); }

// The last value of the share that counts of an unfiled stay.
Json overlay(const std::string& value) {
  const Json bundle = Json::parse(policies_bundle());
  const Json& parameters = bundle["files"]["zhongshan/parameters.json"];
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    if (parameters[i]["id"] != "unfiled_kept_share") continue;
    const std::string path = "/parameters.json/" + std::to_string(i) + "/values/" + std::to_string(parameters[i]["values"].size() - 1) + "/value";
    return {{"format", 1}, {"id", "trial"}, {"title", {{"zh", "试"}, {"en", "Trial"}}},
            {"base", {{"id", "zhongshan"}, {"version", bundle["files"]["zhongshan/pack.json"]["version"]}}},
            {"patch", {{{"op", "replace"}, {"path", path}, {"value", value}}}}};
  }
  return {};
}

}  // namespace

TEST_CASE("the packs' cases are green on the workbench, and a person's own runs with them") {
  const Json event = ask({{"cmd", "cases"}, {"own", {R"({"name":"own","command":"settle","input":{"policy":"nowhere"},"expect":{"self_pay":"1.00"}})"}}});
  REQUIRE(event["event"] == "cases");
  CHECK(event["cases"].size() > 100);
  for (const Json& one : event["cases"]) {
    CAPTURE(one["file"].get<std::string>());
    CHECK(one["passed"].get<bool>() == (one["file"] != ""));
    if (one["file"] == "") CHECK(one["name"]["zh"] == "own");
  }
}

TEST_CASE("the text of a case can be had") {
  const Json event = ask({{"cmd", "case"}, {"file", "zhongshan/cases/good/settle-unfiled.json"}});
  CHECK(Json::parse(event["text"].get<std::string>())["command"] == "settle");
}

TEST_CASE("a changed share turns the cases red that rest on it, and no others") {
  const Json event = ask({{"cmd", "prove"}, {"overlay", overlay("90%")}});
  REQUIRE(event["event"] == "proof");
  int red = 0, green = 0;
  for (const Json& one : event["cases"]) (one["passed"].get<bool>() ? green : red)++;
  CHECK(red > 0);
  CHECK(green > red);
}

TEST_CASE("an overlay that changes nothing has no new finding and no red case") {
  Json same = overlay("80%");
  const Json event = ask({{"cmd", "prove"}, {"overlay", same}});
  CHECK(event["findings"].empty());
  for (const Json& one : event["cases"]) {
    CAPTURE(one.dump());
    CHECK(one["passed"].get<bool>());
  }
}

TEST_CASE("a hole in the dates is a new finding, which the screen can read; that no case asks for the new days is another") {
  Json hole = overlay("80%");
  std::string path = hole["patch"][0]["path"];
  hole["patch"][0]["path"] = path.replace(path.rfind("/value"), 6, "/effective_from");
  hole["patch"][0]["value"] = "2025-12-01";
  const std::string event = bench().answer(Json{{"cmd", "prove"}, {"overlay", hole}}.dump());
  const auto findings = screens::read_findings(event);
  REQUIRE(findings.size() == 2);
  CHECK(findings[1].code == "not_exercised");
  CHECK(findings[0].code == "date_gap");
  CHECK(findings[0].message_zh.find("unfiled_kept_share 2025-09-08…2025-11-30") != std::string::npos);
  CHECK_FALSE(findings[0].remedy_en.empty());
}

TEST_CASE("a value that is none is told with its place") {
  const Json event = ask({{"cmd", "prove"}, {"overlay", overlay("lots")}});
  REQUIRE_FALSE(event["findings"].empty());
  CHECK_FALSE(event["findings"][0]["message"]["zh"].get<std::string>().empty());
}

TEST_CASE("a comparison goes on step by step to its summary, and stops when it is told") {
  const Json compare = {{"cmd", "compare"}, {"overlays", {overlay("90%")}},
                        {"request", {{"policies", {"zhongshan", "trial"}}, {"population_id", "zhongshan"}, {"count", 300}, {"seed", 42}, {"statuses", {"in_force", "assumed"}}}}};
  Json event = ask(compare);
  REQUIRE(event["event"] == "progress");
  CHECK(event["of"] == 300);
  for (int steps = 0; event["event"] == "progress" && steps < 1000; ++steps) event = Json::parse(bench().step());
  REQUIRE(event["event"] == "compared");
  const Json summary = Json::parse(event["zh"].get<std::string>());
  CHECK(summary["people"] == 300);
  CHECK(summary["policies"].size() == 2);
  CHECK(summary["winners"]["people"].get<int>() + summary["losers"]["people"].get<int>() + summary["unchanged"]["people"].get<int>() == 300);
  CHECK_FALSE(bench().running());
  ask(compare);
  CHECK(bench().running());
  bench().stop();
  CHECK(bench().step().empty());
}

TEST_CASE("a comparison that cannot be is told before it begins") {
  const Json event = ask({{"cmd", "compare"}, {"request", {{"policies", {"zhongshan", "nowhere"}}, {"population_id", "zhongshan"}, {"count", 10}, {"seed", 1}}}});
  CHECK(event["event"] == "batch_fault");
  CHECK_FALSE(event["findings"].empty());
}

TEST_CASE("a run says whose it is in all its events, so that two screens may ask") {
  const std::string list = "insured.scheme,claim.care,claim.remote,claim.provider.level,claim.discharged,claim.total\n"
                           "resident,inpatient,local,1,2025-10-09,4200.00\n";
  Json request = {{"policies", {"zhongshan"}}, {"statuses", {"in_force", "assumed"}}, {"groups", {"claim.care"}}, {"claims", list}};
  Json event = ask({{"cmd", "compare"}, {"key", "fund"}, {"request", request}});
  CHECK(event["event"] == "progress");
  CHECK(event["key"] == "fund");
  for (int steps = 0; event["event"] == "progress" && steps < 10; ++steps) event = Json::parse(bench().step());
  REQUIRE(event["event"] == "compared");
  CHECK(event["key"] == "fund");
  CHECK(Json::parse(event["en"].get<std::string>())["groups"][0]["total"] == "4200.00");
  request["claims"] = "claim.total\n12.345\n";
  const Json wrong = ask({{"cmd", "compare"}, {"key", "fund"}, {"request", request}});
  const bool told = wrong["event"] == "batch_fault" || wrong["event"] == "progress";
  CHECK(told);
  CHECK(wrong["key"] == "fund");
}

TEST_CASE("what the workbench does not know is a fault, not a crash") {
  CHECK(ask({{"cmd", "dance"}})["event"] == "batch_fault");
  CHECK(Json::parse(bench().answer("{"))["event"] == "batch_fault");
  Workbench broken("{", "{}");
  CHECK(Json::parse(broken.answer(R"({"cmd":"cases"})"))["event"] == "batch_fault");
}

}  // namespace mingbai::workbench
