// A simulation in parts: of any size they come to the same bytes, and what cannot be added up is said.

#include "core/scenario/job.h"

#include "core/contract/simulation.h"
#include "core/scenario/random.h"
#include "tests/core/contract/request.h"
#include "tests/core/policy/small_pack.h"
#include "tests/core/scenario/random_claims.h"

using namespace mingbai;
using scenario::Job;
using scenario::Request;

namespace {

Request over_people(std::uint64_t count, std::uint64_t seed) {
  Request out;
  out.policies = {"zhongshan", "zhongshan-level-1-deductible"};
  out.statuses = {true, false, true};
  Findings findings;
  out.population = contract::read_population(test::built_in().populations().at("zhongshan"), "", findings);
  REQUIRE(out.population);
  out.count = count;
  out.seed = seed;
  return out;
}

Request over_claims(std::size_t people) {
  Request out;
  out.policies = {"zhongshan", "zhongshan-level-1-deductible"};
  out.statuses = {true, false, true};
  scenario::Random random(77, 0);
  out.claims =
      "person,insured.scheme,claim.care,claim.remote,claim.provider.level,claim.discharged,claim.total\n";
  for (std::size_t person = 0; person < people; ++person)
    for (std::uint64_t visit = 0; visit <= random.below(4); ++visit)
      out.claims += "p" + std::to_string(person) + "," +
                    (random.below(2) == 0 ? "resident" : "employee_pooled") + ",inpatient,local," +
                    std::to_string(1 + random.below(3)) + ",2025-1" + std::to_string(random.below(3)) + "-1" +
                    std::to_string(random.below(10)) + "," + std::to_string(random.below(90'000)) + ".50\n";
  return out;
}

std::string run(const Request& request, std::vector<std::uint64_t> budgets) {
  auto job = Job::open(test::built_in(), request);
  REQUIRE(job);
  std::uint64_t before = 0;
  for (std::size_t i = 0; !job->done(); ++i) {
    const auto progress = job->step(budgets[i % budgets.size()]);
    REQUIRE(progress.done >= before);
    REQUIRE(progress.done <= progress.of);
    before = progress.done;
  }
  CHECK(job->progress().done == job->progress().of);
  return contract::write(job->result(), Language::zh);
}

}  // namespace

TEST_CASE("a population comes to the same bytes in parts of any size") {
  const auto request = over_people(test::trials(2500, 100000), 3);
  const std::string whole = run(request, {1'000'000'000});
  for (const auto& budgets :
       std::vector<std::vector<std::uint64_t>>{{1}, {7, 1, 900}, {4095}, {4096}, {4097}, {20000}}) {
    INFO(budgets[0]);
    CHECK(run(request, budgets) == whole);
  }
}

TEST_CASE("a CSV comes to the same bytes in parts of any size") {
  const auto request = over_claims(test::trials(2500, 100000));
  const std::string whole = run(request, {1'000'000'000});
  for (const auto& budgets : std::vector<std::vector<std::uint64_t>>{{1}, {13, 2, 500}, {4096}, {20000}}) {
    INFO(budgets[0]);
    CHECK(run(request, budgets) == whole);
  }
}

TEST_CASE("another seed is other people, the same seed the same") {
  CHECK(run(over_people(500, 1), {100}) == run(over_people(500, 1), {100}));
  CHECK(run(over_people(500, 1), {100}) != run(over_people(500, 2), {100}));
}

TEST_CASE("the first people of a larger number are the people of a smaller one") {
  auto small = Job::open(test::built_in(), over_people(300, 9)),
       large = Job::open(test::built_in(), over_people(900, 9));
  REQUIRE(small);
  REQUIRE(large);
  small->step(1'000'000);
  while (large->progress().done < 300) large->step(1);
  CHECK(large->progress().done == 300);
  CHECK(large->result().totals[0].total == small->result().totals[0].total);
}

TEST_CASE("a job may be left at any part, and says how far it came") {
  auto job = Job::open(test::built_in(), over_people(2000, 4));
  REQUIRE(job);
  const auto progress = job->step(100);
  CHECK(progress.done > 0);
  CHECK(progress.done < progress.of);
  CHECK_FALSE(job->done());
  CHECK(job->result().people == progress.done);
}

TEST_CASE("with one bad row nothing is added up, and the row is told") {
  auto request = over_claims(50);
  request.claims += "last,resident,inpatient,local,9,2025-10-10,1.00\n";
  auto job = Job::open(test::built_in(), request);
  REQUIRE(job);
  while (!job->done()) job->step(10);
  const auto findings = job->result().findings;
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().code == "out_of_range");
  CHECK(findings.front().fact.ends_with(".claim.provider.level"));
}

TEST_CASE("sums too large to be exact are refused, not wrapped around") {
  Request request;
  request.policies = {"zhongshan"};
  request.claims =
      "person,insured.scheme,claim.care,claim.provider.level,claim.remote,claim.discharged,claim.total\n";
  for (const char* person : {"", "same"}) {
    auto large = request;
    for (int i = 0; i < 20'000; ++i)
      large.claims += std::string(person) + ",resident,inpatient,1,local,2025-10-10,9999999999999.99\n";
    auto job = Job::open(test::built_in(), large);
    REQUIRE(job);
    while (!job->done()) job->step(1000);
    const auto findings = job->result().findings;
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().code == "sums_too_large");
    CHECK(findings.front().fact == "claims");
  }
  for (int i = 0; i < 100; ++i) request.claims += ",resident,inpatient,1,local,2025-10-10,9999999999999.99\n";
  auto job = Job::open(test::built_in(), request);
  REQUIRE(job);
  while (!job->done()) job->step(1000);
  CHECK(job->result().findings.empty());
  CHECK(to_yuan(Money{job->result().totals[0].total}) == "999999999999999.00");
}

TEST_CASE("claims of nothing cost nothing") {
  Request request;
  request.policies = {"zhongshan"};
  request.statuses = {true, false, true};
  request.claims =
      "insured.scheme,claim.care,claim.provider.level,claim.remote,claim.discharged,claim.total\n"
      "resident,inpatient,1,local,2025-10-10,0.00\nresident,inpatient,1,local,2025-10-10,0.00\n";
  auto job = Job::open(test::built_in(), request);
  REQUIRE(job);
  while (!job->done()) job->step(1);
  const auto s = job->result();
  CHECK(s.claims == 2);
  CHECK(s.totals[0].undetermined == 0);
  CHECK(s.totals[0].total + s.totals[0].fund + s.totals[0].self == 0);
}

TEST_CASE("a CSV without rows is nobody") {
  Request request;
  request.policies = {"zhongshan"};
  request.claims = "claim.total\n";
  auto job = Job::open(test::built_in(), request);
  REQUIRE(job);
  while (!job->done()) job->step(10);
  CHECK(job->result().people == 0);
  CHECK(job->result().findings.empty());
}

TEST_CASE("people without a visit among people with two change nothing in what the second visit comes to") {
  test::SmallPack pack;
  pack.change(
      "sample/benefits.json", R"(]}])",
      R"(, {"step": "ceiling", "kind": "ceiling", "parameter": "cap", "label": {"zh": "封顶线", "en": "Ceiling"}}]}])");
  pack.change(
      "sample/parameters.json", "[",
      R"([{"id": "cap", "label": {"zh": "a", "en": "a"}, "unit": "money", "values": [{"value": "1000.00", "source": {"document": "rule", "clause": "8"}}]},)");
  const auto library = pack.library();
  Request request;
  request.policies = {"sample"};
  request.as_of = *parse_date("2023-10-10");
  Findings findings;
  request.population = contract::read_population(
      R"({"format": 1, "id": "p", "title": {"zh": "样例", "en": "Sample"},
      "person": [{"fact": "insured.scheme", "value": "resident"}],
      "visits": [{"choose": [{"value": 0, "weight": 1}, {"value": 2, "weight": 1}]}],
      "visit": [{"fact": "claim.care", "value": "inpatient"}, {"fact": "claim.provider.level", "value": 1},
                {"fact": "claim.remote", "value": "local"},
                {"fact": "claim.total", "uniform": {"from": "900.00", "to": "2000.00"}}]})",
      "", findings);
  REQUIRE(request.population);
  request.count = 2000;
  request.seed = 6;
  const auto fund = [&](std::uint64_t budget) {
    auto job = Job::open(library, request);
    REQUIRE(job);
    while (!job->done()) job->step(budget);
    return job->result().totals[0].fund;
  };
  const std::int64_t whole = fund(1'000'000'000);
  for (const std::uint64_t budget : {1, 2, 3, 4, 6, 8}) {
    INFO(budget);
    CHECK(fund(budget) == whole);
  }
}
