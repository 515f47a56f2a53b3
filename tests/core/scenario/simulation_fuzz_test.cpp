// Damaged CSVs and populations: simulated, or told what is wrong with them; in parts of any size alike.

#include "core/contract/simulation.h"
#include "core/scenario/job.h"
#include "tests/core/contract/mutation.h"
#include "tests/core/contract/request.h"

using namespace mingbai;
using test::damage;
using test::Json;
using test::pick;

namespace {

const std::string sound_csv =
    "person,insured.scheme,insured.continuous_months,claim.care,claim.provider.level,claim.remote,claim."
    "disease,"
    "claim.admitted,claim.discharged,claim.split,claim.total,claim.own_expense,claim.upfront,ledger.fund_"
    "paid\n"
    "a,resident,12,inpatient,3,local,M03900,2025-09-10,2025-09-20,false,12000.50,100.00,20.00,0.00\n"
    "a,resident,12,outpatient,1,,M03900,,2025-12-31,,300.00,,,\n"
    "a,resident,13,inpatient,2,unfiled,\"M0,39\",2025-12-30,2026-01-02,true,9999999999999.99,0.00,0.00,5.00\n"
    "\"b \"\"x\"\"\",employee_pooled,24,special_disease,2,filed,M01600,,2025-10-01,,800.00,,10.00,\r\n"
    "c,employee_combined,,day_surgery,3,emergency,,2025-11-01,2025-11-01,,0.00,0.00,0.00,600000.00\n";

std::string outcome(const scenario::Request& request, std::uint64_t budget) {
  auto job = scenario::Job::open(test::built_in(), request);
  if (!job) {
    REQUIRE_FALSE(job.error().empty());
    return job.error().front().code;
  }
  while (!job->done()) job->step(budget);
  const auto s = job->result();
  if (!s.findings.empty()) {
    std::string out;
    for (const Finding& finding : s.findings) out += finding.code + finding.fact + "|";
    return out;
  }
  for (const auto& sums : s.totals) {
    REQUIRE(sums.total == sums.fund + sums.major_illness + sums.self);
    REQUIRE(sums.fund >= 0);
    REQUIRE(sums.self >= 0);
  }
  return contract::write(s, Language::zh);
}

}  // namespace

TEST_CASE("a CSV with bytes changed is simulated or refused, in parts of any size alike", "[fuzz]") {
  test::Random random(8);
  scenario::Request request;
  request.policies = {"zhongshan", "zhongshan-level-1-deductible"};
  request.statuses = {true, true, true};
  for (int i = 0; i < test::trials(1500, 50000); ++i) {
    request.claims = sound_csv;
    for (std::uint32_t n = 0; n <= pick(random, 4); ++n) damage(request.claims, random);
    const std::string once = outcome(request, 1'000'000);
    REQUIRE(outcome(request, 1) == once);
    if (i % 2 == 0) std::swap(request.policies[0], request.policies[1]);
  }
}

TEST_CASE("a CSV with fields taken from other columns is simulated or refused", "[fuzz]") {
  test::Random random(9);
  scenario::Request request;
  request.policies = {"zhongshan"};
  request.statuses = {true, true, true};
  for (int i = 0; i < test::trials(1500, 50000); ++i) {
    std::vector<std::string> fields{""};
    for (const char c : sound_csv) {
      if (c == ',' || c == '\n') fields.emplace_back();
      fields.back() += c;
    }
    for (std::uint32_t n = 0; n <= pick(random, 3); ++n)
      fields[pick(random, fields.size())] = fields[pick(random, fields.size())];
    request.claims.clear();
    for (const std::string& field : fields) request.claims += field;
    REQUIRE(outcome(request, 2) == outcome(request, 1'000'000));
  }
}

TEST_CASE("a population with values changed draws people or names its faults", "[fuzz]") {
  test::Random random(10);
  const std::vector<const policy::Policy*> none, all{test::built_in().find("zhongshan")};
  const Json drawn = Json::parse(test::built_in().populations().at("zhongshan"));
  for (int i = 0; i < test::trials(1500, 20000); ++i) {
    Json population = drawn;
    for (std::uint32_t n = 0; n <= pick(random, 3); ++n) damage(population, random);
    scenario::Request request;
    request.policies = {"zhongshan"};
    request.statuses = {true, true, true};
    Findings findings;
    request.population =
        contract::read_population(population.dump(-1, ' ', false, Json::error_handler_t::replace), "people",
                                  findings, i % 3 == 0 ? none : all);
    if (!request.population) {
      REQUIRE_FALSE(findings.empty());
      for (const Finding& finding : findings) REQUIRE(finding.fact.starts_with("people#"));
      continue;
    }
    request.count = 40;
    request.seed = static_cast<std::uint64_t>(i);
    REQUIRE(outcome(request, 3) == outcome(request, 1000));
  }
}

TEST_CASE("a request of a simulation with values changed opens a job or names its faults", "[fuzz]") {
  test::Random random(11);
  const Json asked = Json::parse(
      R"({"policies": ["zhongshan", "zhongshan-level-1-deductible"], "population_id": "zhongshan", "count": 20, "seed": 7,
      "as_of": "2025-10-10", "statuses": ["in_force", "assumed"], "groups": ["insured.scheme", "claim.care"]})");
  for (int i = 0; i < test::trials(1500, 20000); ++i) {
    Json request = asked;
    for (std::uint32_t n = 0; n <= pick(random, 3); ++n) damage(request, random);
    auto job = contract::open_simulation(test::built_in(),
                                         request.dump(-1, ' ', false, Json::error_handler_t::replace));
    if (!job) {
      REQUIRE_FALSE(job.error().empty());
      continue;
    }
    job->step(100);
    REQUIRE_FALSE(contract::write(job->result(), Language::en).empty());
  }
}
