// Two policies over the same people, added up: small enough to be added up by hand.
//
// Of a stay the fund pays 75 % above 200.00 at level 1 and above 500.00 at level 2 (small_pack.h); the plan
// lowers the 200.00 to 100.00 and the 75 % to 70 %.

#include "core/scenario/comparison.h"

#include "core/contract/simulation.h"
#include "core/reimbursement/settle.h"
#include "core/scenario/job.h"
#include "tests/core/contract/request.h"
#include "tests/core/policy/small_pack.h"

using namespace mingbai;
using scenario::Summary;
using test::SmallPack;

namespace {

policy::Library library() {
  SmallPack pack;
  pack.set(
      "overlays/plan.json",
      R"({"format": 1, "id": "plan", "title": {"zh": "方案", "en": "Plan"}, "base": {"id": "sample", "version": "7"}, "patch": [
    {"op": "replace", "path": "/tables.json/0/rows/0/value", "value": "100.00"},
    {"op": "replace", "path": "/parameters.json/0/values/1/value", "value": "70%"}]})");
  return pack.library();
}

const std::string header =
    "person,insured.scheme,claim.care,claim.remote,claim.provider.level,claim.discharged,claim.total\n";

std::string stay(const std::string& person, int level, const std::string& total) {
  return person + ",resident,inpatient,local," + std::to_string(level) + ",2023-05-05," + total + "\n";
}

// Ann gains 20.00, Ben's bill stays below every deductible, Cai at level 2 loses 485.00; Dan gains 20.00 at
// level 1, loses 5.00 at level 2 and gains 15.00 in all.
const std::string people = header + stay("Ann", 1, "1200.00") + stay("Ben", 1, "100.00") +
                           stay("Cai", 2, "10200.00") + stay("Dan", 1, "1200.00") + stay("Dan", 2, "600.00");

Summary run(const policy::Library& library, std::vector<std::string> policies, const std::string& csv,
            std::uint64_t budget = 1000, std::vector<policy::Fact> groups = {}) {
  scenario::Request request;
  request.policies = std::move(policies);
  request.claims = csv;
  request.statuses.assumed = true;
  request.groups = std::move(groups);
  auto job = scenario::Job::open(library, std::move(request));
  REQUIRE(job);
  while (!job->done()) job->step(budget);
  return job->result();
}

std::string yuan(std::int64_t fen) { return to_yuan(Money{fen}); }

const scenario::Group& group(const Summary& summary, const std::string& fact, const std::string& key) {
  for (const auto& one : summary.groups)
    if (one.fact == fact && one.key == key) return one;
  FAIL("no group " << fact << " " << key);
  return summary.groups.front();
}

}  // namespace

TEST_CASE(
    "totals are the sums of the claims, by policy, and the difference is the second's less the first's") {
  const auto packs = library();
  const auto s = run(packs, {"sample", "plan"}, people);
  CHECK(s.findings.empty());
  CHECK(s.people == 4);
  CHECK(s.claims == 5);
  REQUIRE(s.totals.size() == 2);
  CHECK(yuan(s.totals[0].total) == "13300.00");
  CHECK(yuan(s.totals[0].fund) == "8850.00");  // 750 + 0 + 7,275 + 750 + 75
  CHECK(yuan(s.totals[1].fund) == "8400.00");  // 770 + 0 + 6,790 + 770 + 70
  CHECK(yuan(s.totals[0].self) == "4450.00");
  CHECK(yuan(s.difference.fund) == "-450.00");
  CHECK(yuan(s.difference.self) == "450.00");
  CHECK(s.difference.total == 0);
  CHECK(s.basis == policy::Status::assumed);
  CHECK(s.policies[1].title.en == "Plan");
}

TEST_CASE("people gain or lose by what their year costs them, whatever single bills do") {
  const auto packs = library();
  const auto s = run(packs, {"sample", "plan"}, people);
  CHECK(s.winners.people == 2);
  CHECK(yuan(s.winners.sum) == "35.00");
  CHECK(s.losers.people == 1);
  CHECK(yuan(s.losers.sum) == "485.00");
  CHECK(s.unchanged == 1);
  CHECK(s.losers.sum - s.winners.sum == s.difference.self);
}

TEST_CASE("a person counts once in every group a visit lies in, with the visits of that group") {
  const auto packs = library();
  const auto s = run(packs, {"sample", "plan"}, people);
  const auto& low = group(s, "claim.provider.level", "1");
  CHECK(low.people == 3);
  CHECK(low.claims == 3);
  CHECK(yuan(low.total) == "2500.00");
  CHECK(yuan(low.fund[0]) == "1500.00");
  CHECK(yuan(low.fund[1]) == "1540.00");
  CHECK(low.winners == 2);
  CHECK(low.losers == 0);
  const auto& high = group(s, "claim.provider.level", "2");
  CHECK(high.people == 2);
  CHECK(high.winners == 0);
  CHECK(high.losers == 2);
  CHECK(yuan(high.self[1] - high.self[0]) == "490.00");
  CHECK(group(s, "insured.scheme", "resident").people == 4);
  CHECK(group(s, "insured.scheme", "resident").claims == 5);
  CHECK(group(s, "insured.scheme", "resident").total == s.totals[0].total);
  CHECK(group(s, "insured.scheme", "resident").label.en == "Residents");
  CHECK(std::ranges::none_of(s.groups, [](const auto& g) { return g.people == 0; }));
}

TEST_CASE("what a claim does not say is a group of its own, and only the groups asked for are there") {
  const auto packs = library();
  const auto s =
      run(packs, {"sample"}, header + stay("Ann", 1, "1200.00") + "Eve,,inpatient,local,1,2023-05-05,10.00\n",
          10, {policy::Fact::insured_scheme});
  CHECK(s.groups.size() == 2);
  CHECK(group(s, "insured.scheme", "").people == 1);
  CHECK(group(s, "insured.scheme", "").label.en == "not known");
  CHECK(s.totals[0].undetermined == 1);
}

TEST_CASE("each clause has what people pay more or less at its step, and together they are the difference") {
  const auto packs = library();
  const auto s = run(packs, {"sample", "plan"}, people);
  REQUIRE(s.clauses.size() == 2);
  CHECK(s.clauses[0].step == "ratio");  // the larger first
  CHECK(s.clauses[0].document == "rule");
  CHECK(s.clauses[0].clause == "1");
  CHECK(yuan(s.clauses[0].difference) == "650.00");
  CHECK(s.clauses[0].people == 3);
  CHECK(s.clauses[1].step == "deductible");
  CHECK(s.clauses[1].clause == "2");
  CHECK(yuan(s.clauses[1].difference) == "-200.00");
  CHECK(s.clauses[1].people == 2);
  CHECK(s.clauses[0].difference + s.clauses[1].difference == s.difference.self);
}

TEST_CASE("the bands of the histogram hold everybody who pays more or less, from included") {
  const auto packs = library();
  const auto s = run(packs, {"sample", "plan"}, people);
  std::uint64_t in_bands = 0;
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < s.histogram.size(); ++i) {
    if (i > 0) CHECK(s.histogram[i].from == s.histogram[i - 1].to);
    in_bands += s.histogram[i].people;
    sum += s.histogram[i].sum;
  }
  CHECK_FALSE(s.histogram.front().from);
  CHECK_FALSE(s.histogram.back().to);
  CHECK(in_bands == s.winners.people + s.losers.people);
  CHECK(sum == s.difference.self);
}

TEST_CASE("where nobody differs nobody gains or loses, and no clause is named") {
  const auto packs = library();
  const auto s = run(packs, {"sample", "sample"}, people);
  CHECK(s.difference.self == 0);
  CHECK(s.winners.people == 0);
  CHECK(s.losers.people == 0);
  CHECK(s.unchanged == 4);
  CHECK(s.clauses.empty());
  CHECK(s.most_gained.empty());
  CHECK(s.most_lost.empty());
  for (const auto& band : s.histogram) CHECK(band.people == 0);
  for (const auto& one : s.groups) CHECK(one.winners + one.losers == 0);
}

TEST_CASE("the other way round, winners are losers and every difference changes its sign") {
  const auto packs = library();
  const auto there = run(packs, {"sample", "plan"}, people), back = run(packs, {"plan", "sample"}, people);
  CHECK(back.difference.self == -there.difference.self);
  CHECK(back.winners.people == there.losers.people);
  CHECK(back.winners.sum == there.losers.sum);
  CHECK(back.unchanged == there.unchanged);
  CHECK(back.most_gained.front().person == there.most_lost.front().person);
}

TEST_CASE("one policy alone is added up without a comparison") {
  const auto packs = library();
  const auto s = run(packs, {"plan"}, people);
  CHECK(s.totals.size() == 1);
  CHECK(s.winners.people + s.losers.people + s.unchanged == 0);
  CHECK(s.clauses.empty());
  CHECK(contract::Json::parse(contract::write(s, Language::en))["difference"].is_null());
}

TEST_CASE("the people who gain and lose most are shown with their claims, at most five, the first first") {
  const auto packs = library();
  std::string csv = header;
  for (int i = 0; i < 20; ++i)
    csv += stay("p" + std::to_string(i), 1, std::to_string(300 + 100 * (i % 10)) + ".00");
  const auto s = run(packs, {"sample", "plan"}, csv, 3);
  REQUIRE(s.most_gained.size() == scenario::examples_most);
  CHECK(s.most_gained[0].person == 1);
  CHECK(s.most_gained[1].person == 11);
  for (std::size_t i = 1; i < s.most_gained.size(); ++i)
    CHECK(s.most_gained[i - 1].difference <= s.most_gained[i].difference);
  CHECK(s.most_lost.empty());
  CHECK(run(packs, {"sample", "plan"}, people).most_gained[1].claims.size() == 2);
}

TEST_CASE(
    "an overlay of the packs stands against its base: what its examples say is what their bills come to") {
  const auto& packs = test::built_in();
  scenario::Request request;
  request.policies = {"zhongshan", "zhongshan-resident-near-home"};
  request.statuses = {true, false, true};
  Findings findings;
  request.population = contract::read_population(packs.populations().at("zhongshan"), "", findings);
  request.count = 3000;
  request.seed = 5;
  auto job = scenario::Job::open(packs, std::move(request));
  REQUIRE(job);
  while (!job->done()) job->step(700);
  const auto s = job->result();
  CHECK(s.winners.people + s.losers.people > 0);
  CHECK(s.people == s.winners.people + s.losers.people + s.unchanged);
  std::int64_t clauses = 0;
  for (const auto& share : s.clauses) clauses += share.difference;
  CHECK(clauses == s.difference.self);
  for (const auto* examples : {&s.most_gained, &s.most_lost})
    for (const auto& example : *examples) {
      std::int64_t self[2] = {0, 0};
      for (std::size_t p = 0; p < 2; ++p) {
        reimbursement::Ledger ledger;
        for (auto claim : example.claims) {
          claim.policy = s.policies[p].id;
          claim.ledger = ledger;
          const auto settled = reimbursement::settle(packs, claim);
          self[p] += settled.self_pay.fen;
          ledger = settled.ledger;
        }
      }
      CHECK(self[1] - self[0] == example.difference);
    }
}

TEST_CASE("of one policy the groups together bill what all bills come to") {
  const auto packs = library();
  const std::string alone = header + stay("Ann", 1, "1200.00") + stay("Ben", 1, "100.00") + stay("Cai", 2, "10200.00");
  for (const std::string& csv : {alone, people}) {
    const auto s = run(packs, {"sample"}, csv);
    CHECK(group(run(packs, {"sample"}, csv, 1), "claim.provider.level", "1").claims == group(s, "claim.provider.level", "1").claims);
    const auto &low = group(s, "claim.provider.level", "1"), &high = group(s, "claim.provider.level", "2");
    CHECK(low.total + high.total == s.totals[0].total);
    CHECK(low.fund[0] + high.fund[0] == s.totals[0].fund);
    CHECK(low.claims + high.claims == s.claims);
  }
}
