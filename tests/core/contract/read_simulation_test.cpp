// The request of a simulation: read whole, or refused with every fault at once.

#include "core/contract/simulation.h"
#include "tests/core/contract/request.h"

using namespace mingbai;
using contract::Json;

namespace {

Json asked() {
  return Json::parse(R"({"policies": ["zhongshan"], "population_id": "zhongshan", "count": 10, "seed": 7,
    "statuses": ["in_force", "assumed"], "groups": ["insured.scheme"]})");
}

Findings faults(const Json& json) {
  const auto job = contract::open_simulation(test::built_in(), json.dump());
  return job ? Findings{} : job.error();
}

void refused(const char* key, Json value, const std::string& code, const std::string& place) {
  Json json = asked();
  json[key] = std::move(value);
  const auto found = faults(json);
  INFO(key);
  for (const Finding& finding : found) UNSCOPED_INFO(finding.code << " " << finding.fact);
  REQUIRE(found.size() == 1);
  CHECK(found.front().code == code);
  CHECK(found.front().fact == place);
}

}  // namespace

TEST_CASE("a request opens a job over as many people as it counts") {
  auto job = contract::open_simulation(test::built_in(), asked().dump());
  REQUIRE(job);
  CHECK(job->progress().done == 0);
  CHECK(job->progress().of == 10);
  while (!job->done()) job->step(3);
  CHECK(job->progress().done == 10);
  CHECK(job->result().people == 10);
  CHECK(job->result().seed == 7);
}

TEST_CASE("an unknown policy, population or group offers the nearest") {
  refused("policies", Json::array({"zhongshang"}), "unknown_policy", "policies.0");
  refused("population_id", "zhongshna", "unknown_population", "population_id");
  refused("groups", Json::array({"insured.schem"}), "unknown_value", "groups.0");
  refused("groups", Json::array({"claim.total"}), "unknown_value", "groups.0");
  Json near = asked();
  near["policies"] = {"zhongshan", "tangshang"};
  const auto found = faults(near);
  REQUIRE_FALSE(found.empty());
  CHECK(found.front().message.en.find("tangshan") != std::string::npos);
}

TEST_CASE("one policy or two, and at least one person") {
  refused("policies", Json::array(), "not_one_or_two", "policies");
  refused("policies", {"zhongshan", "zhongshan", "zhongshan"}, "not_one_or_two", "policies");
  refused("count", 0, "out_of_range", "count");
  refused("count", 100000001, "out_of_range", "count");
  refused("count", -1, "wrong_type", "count");
  refused("count", "10", "wrong_type", "count");
  refused("seed", 1.5, "wrong_type", "seed");
}

TEST_CASE("people come from a population or from a CSV, from one of the two") {
  Json neither = asked();
  neither.erase("population_id");
  CHECK(faults(neither).front().code == "simulation_without_people");
  Json both = asked();
  both["claims"] = "claim.total\n1.00\n";
  CHECK(faults(both).front().code == "simulation_without_people");
  Json csv = neither;
  csv["claims"] = "claim.total\n1.00\n";
  CHECK(faults(csv).empty());
  csv["claims"] = "claim.totla\n1.00\n";
  CHECK(faults(csv).front().code == "unknown_key");
  csv["claims"] = 7;
  CHECK(faults(csv).front().fact == "claims");
}

TEST_CASE("a population of another place is refused, for its schemes are not known there") {
  Json elsewhere = asked();
  elsewhere["policies"] = {"chuxiong"};
  const auto found = faults(elsewhere);
  REQUIRE_FALSE(found.empty());
  CHECK(found.front().code == "unknown_scheme");
  CHECK(found.front().fact.starts_with("populations/zhongshan.json#/person/0/choose/"));
}

TEST_CASE("every fault of the request comes at once") {
  const auto found =
      faults(Json::parse(R"({"policies": "zhongshan", "population": "all", "seeds": 3, "as_of": "2025-02-30",
    "statuses": ["in_farce"]})"));
  for (const char* code : {"wrong_type", "unknown_key", "impossible_date", "unknown_value"})
    CHECK(std::ranges::any_of(found, [&](const Finding& f) { return f.code == code; }));
  CHECK(faults(Json::array()).size() >= 1);
  CHECK(contract::open_simulation(test::built_in(), "{").error().front().code == "not_json");
}
