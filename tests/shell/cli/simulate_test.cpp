// mingbai simulate, as somebody at a terminal or a program calls it.

#include "shell/cli/simulate.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <sstream>

#include "core/contract/json.h"
#include "tests/core/store/temporary_folder.h"

using namespace mingbai;
using contract::Json;

namespace {

struct Called {
  int code;
  std::string out;
  std::string err;
  Json json() const { return Json::parse(out); }
  std::string first_code() const { return json()["findings"][0]["code"]; }
};

Called simulate(std::vector<std::string> words) {
  words.insert(words.begin(), {"simulate"});
  std::istringstream in;
  std::ostringstream out, err;
  const int code = cli::run(std::move(words), in, out, err);
  return {code, out.str(), err.str()};
}

std::string written(const TemporaryFolder& folder, const std::string& name, const std::string& text) {
  std::ofstream(folder.file(name), std::ios::binary) << text;
  return folder.file(name);
}

const std::string bills =
    "person,insured.scheme,claim.care,claim.provider.level,claim.remote,claim.discharged,claim.total\n"
    "a,resident,inpatient,1,local,2025-10-10,5000.00\nb,resident,inpatient,3,local,2025-10-11,800.00\n";

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("simulate draws as many people as it is told, and the same seed draws the same") {
  const auto once = simulate({"--policy", "zhongshan", "--population", "200", "--seed", "3"});
  CHECK(once.code == 0);
  CHECK(once.err.empty());
  CHECK(std::ranges::count(once.out, '\n') == 1);
  CHECK(once.json()["people"] == 200);
  CHECK(once.json()["seed"] == 3);
  CHECK(simulate({"--policy", "zhongshan", "--population", "200", "--seed", "3"}).out == once.out);
  CHECK(simulate({"--policy", "zhongshan", "--population", "200", "--seed", "4"}).out != once.out);
  CHECK(simulate({"--policy", "zhongshan", "--population", "200"}).json()["seed"] == 1);
}

TEST_CASE("a population is named by its id, its file or its number of people") {
  TemporaryFolder folder;
  const auto file =
      written(folder, "people.json", R"({"format": 1, "id": "p", "title": {"zh": "样例", "en": "Sample"},
    "person": [{"fact": "insured.scheme", "value": "resident"}], "visits": [{"choose": [{"value": 2, "weight": 1}]}],
    "visit": [{"fact": "claim.care", "value": "inpatient"}, {"fact": "claim.total", "value": "10.00"},
              {"fact": "claim.discharged", "value": "2025-10-10"}]})");
  CHECK(simulate({"--policy", "zhongshan", "--population", "zhongshan", "--count", "50"}).json()["people"] ==
        50);
  CHECK(simulate({"--policy", "zhongshan", "--population", file, "--count", "50"}).json()["claims"] == 100);
  CHECK(simulate({"--policy", "zhongshan", "--population", "50", "--of", file}).json()["claims"] == 100);
  const auto unknown = simulate({"--policy", "zhongshan", "--population", "zhongsha", "--count", "50"});
  CHECK(unknown.code == 2);
  CHECK(unknown.first_code() == "unknown_population");
  CHECK(simulate({"--policy", "zhongshan", "--population", folder.file("none.json"), "--count", "5"}).code ==
        2);
  const auto broken = simulate(
      {"--policy", "zhongshan", "--population", written(folder, "broken.json", "{"), "--count", "5"});
  CHECK(broken.code == 2);
  CHECK(broken.first_code() == "not_json");
}

TEST_CASE("claims come from a CSV, and two policies are compared over them") {
  TemporaryFolder folder;
  const auto file = written(folder, "bills.csv", bills);
  const auto one = simulate({"--policy", "zhongshan", "--claims", file, "--statuses", "in_force,assumed"});
  CHECK(one.code == 0);
  CHECK(one.json()["claims"] == 2);
  CHECK(one.json()["difference"].is_null());
  CHECK(one.json()["totals"][0]["undetermined"] == 0);
  for (const auto& policies : std::vector<std::vector<std::string>>{
           {"--policy", "zhongshan,zhongshan-level-1-deductible"},
           {"--policy", "zhongshan", "--policy", "zhongshan-level-1-deductible"}}) {
    auto words = policies;
    words.insert(words.end(),
                 {"--claims", file, "--statuses", "in_force,assumed", "--groups", "claim.provider.level"});
    const auto two = simulate(words);
    CHECK(two.code == 0);
    CHECK(two.json()["winners"]["people"] == 1);
    CHECK(two.json()["unchanged"]["people"] == 1);
    CHECK(two.json()["groups"].size() == 2);
  }
}

TEST_CASE("an overlay stands wherever a policy does, by its id or by the path of its file") {
  TemporaryFolder folder;
  const auto file = written(folder, "bills.csv", bills);
  std::ifstream overlay("assets/policies/overlays/zhongshan-level-1-deductible.json");
  std::stringstream text;
  text << overlay.rdbuf();
  const auto path = written(folder, "mine.json", text.str());
  const auto by_path =
      simulate({"--policy", "zhongshan," + path, "--claims", file, "--statuses", "in_force,assumed"});
  CHECK(by_path.code == 0);
  CHECK(by_path.json()["winners"]["people"] == 1);
  const auto broken =
      simulate({"--policy", written(folder, "bad.json", "{\"format\": 1}"), "--claims", file});
  CHECK(broken.code == 2);
  CHECK_FALSE(broken.json()["findings"].empty());
}

TEST_CASE("an unknown policy offers the nearest and exits 2") {
  const auto called = simulate({"--policy", "zhongshang", "--population", "10", "--lang", "en"});
  CHECK(called.code == 2);
  CHECK(called.first_code() == "unknown_policy");
  CHECK(contains(called.out, "Did you mean \\\"zhongshan\\\""));
  CHECK(simulate({"--population", "10"}).code == 2);
  CHECK(simulate({"--policy", "zhongshan,zhongshan,zhongshan", "--population", "10"}).code == 2);
}

TEST_CASE("a CSV with faults exits 2 with all of them, and with no sums") {
  TemporaryFolder folder;
  const auto bad = written(
      folder, "bad.csv",
      bills + "c,resident,inpatient,9,local,2025-10-10,5000\nd,resident,stay,1,local,2025-10-10,1.00\n");
  const auto called = simulate({"--policy", "zhongshan", "--claims", bad});
  CHECK(called.code == 2);
  REQUIRE(called.json()["findings"].size() == 3);
  CHECK_FALSE(called.json().contains("totals"));
  CHECK(called.json()["findings"][0]["fact"] == "claims.4.claim.provider.level");
  const auto in_words = simulate({"--policy", "zhongshan", "--claims", bad, "--text", "--lang", "en"});
  CHECK(in_words.code == 2);
  CHECK(contains(in_words.out, "claims.5.claim.care"));
  CHECK(simulate({"--policy", "zhongshan", "--claims", folder.file("none.csv")}).code == 2);
  CHECK(simulate({"--policy", "zhongshan", "--claims", written(folder, "empty.csv", "")}).code == 2);
}

TEST_CASE("people and claims at once are refused, and so is neither") {
  TemporaryFolder folder;
  const auto file = written(folder, "bills.csv", bills);
  CHECK(simulate({"--policy", "zhongshan", "--population", "10", "--claims", file}).first_code() ==
        "simulation_without_people");
  CHECK(simulate({"--policy", "zhongshan"}).first_code() == "simulation_without_people");
  CHECK(simulate({"--policy", "zhongshan", "--population", "zhongshan"}).first_code() == "out_of_range");
}

TEST_CASE("numbers, days, statuses and groups of the call are checked like a message's") {
  const std::vector<std::string> call{"--policy", "zhongshan", "--population", "10"};
  for (const auto& more : std::vector<std::vector<std::string>>{{"--seed", "x"},
                                                                {"--seed", "-1"},
                                                                {"--count", "1.5"},
                                                                {"--count", "99999999999999999999"},
                                                                {"--as-of", "2025-02-30"},
                                                                {"--statuses", "in_farce"},
                                                                {"--groups", "insured.schem"},
                                                                {"--groups", "claim.total"},
                                                                {"--sed", "1"},
                                                                {"--seed"}}) {
    auto words = call;
    words.insert(words.end(), more.begin(), more.end());
    INFO(more[0] << " " << more.back());
    CHECK(simulate(words).code == 2);
  }
}

TEST_CASE("the comparison in words names both policies, who gains and loses, and the clauses") {
  TemporaryFolder folder;
  const auto file = written(folder, "bills.csv", bills);
  for (const char* language : {"en", "zh-CN"}) {
    const auto called = simulate({"--policy", "zhongshan,zhongshan-level-1-deductible", "--claims", file,
                                  "--statuses", "in_force,assumed", "--text", "--lang", language});
    CHECK(called.code == 0);
    CHECK(contains(called.out, "5,800.00"));
    CHECK(contains(called.out, std::string(language) == "en" ? "People who pay less" : "少付的人"));
    CHECK_FALSE(contains(called.out, "{\""));
  }
}

TEST_CASE("help says that an overlay stands wherever a policy does") {
  CHECK(contains(simulate({"--help", "--lang", "en"}).out, "overlay"));
  CHECK(contains(simulate({"--help"}).out, "方案"));
}
