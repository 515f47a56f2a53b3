// The year so far: what each way of counting a deductible asks for over several visits, what continues a
// stay, and that a year's sums are that year's alone. Every chain of visits is settled twice, one by one with
// the ledger handed on and as rows of a CSV, and must come to the same.

#include "core/reimbursement/ledger.h"

#include "core/contract/simulation.h"
#include "core/reimbursement/settle.h"
#include "core/scenario/job.h"
#include "tests/core/policy/small_pack.h"

using namespace mingbai;
using reimbursement::Claim;
using reimbursement::Continues;
using reimbursement::Ledger;
using reimbursement::Settlement;
using test::SmallPack;

namespace {

struct Visit {
  const char* discharged;
  const char* total;
  const char* provider = "H1";
  int level = 1;
  Continues continues = Continues::none;
};

Claim claim_of(const Visit& visit) {
  Claim out;
  out.policy = "sample";
  out.statuses.assumed = true;  // level 2 asks 500.00, by an assumption; level 1 asks 200.00
  out.insured.scheme = "resident";
  out.care = reimbursement::Care::inpatient;
  out.remote = reimbursement::Remote::local;
  out.provider.level = visit.level;
  if (*visit.provider != 0) out.provider.code = visit.provider;
  out.discharged = *parse_date(visit.discharged);
  out.continues = visit.continues;
  out.bill.total = *parse_money(visit.total);
  return out;
}

SmallPack pack_of(const std::string& way, const std::string& merge = "") {
  SmallPack pack;
  pack.change("sample/benefits.json", R"("way": "per_admission")",
              R"("way": ")" + way + "\"" + (merge.empty() ? "" : R"(, "merge": ")" + merge + "\""));
  pack.change("facts.json", "[", R"([
    {"name": "claim.provider.code", "type": "text", "label": {"zh": "机构", "en": "Institution"}, "scope": ["claim"]},
    {"name": "claim.continues", "type": "enum", "domain": [{"key": "none", "label": {"zh": "否", "en": "no"}}, {"key": "split", "label": {"zh": "分段", "en": "split"}}, {"key": "transfer", "label": {"zh": "转院", "en": "transfer"}}], "label": {"zh": "接续", "en": "Continues"}, "scope": ["claim"]},)");
  return pack;
}

std::string key_of(Continues continues) {
  return continues == Continues::none ? "none" : continues == Continues::split ? "split" : "transfer";
}

// What the fund pays for all of them, as a simulation of one person counts it.
std::string simulated(const policy::Library& library, const std::vector<Visit>& visits) {
  scenario::Request request;
  request.policies = {"sample"};
  request.statuses.assumed = true;
  request.claims =
      "person,insured.scheme,claim.care,claim.remote,claim.provider.level,claim.provider.code,"
      "claim.discharged,claim.continues,claim.total\n";
  for (const Visit& visit : visits)
    request.claims += "a,resident,inpatient,local," + std::to_string(visit.level) + "," + visit.provider +
                      "," + visit.discharged + "," + key_of(visit.continues) + "," + visit.total + "\n";
  auto job = scenario::Job::open(library, request);
  if (!job) return job.error().front().code + " " + job.error().front().fact;
  while (!job->done()) job->step(1);
  const auto summary = job->result();
  CHECK(summary.findings.empty());
  return to_yuan(Money{summary.totals[0].fund});
}

// The deductible of each visit, the ledger handed on from one to the next.
std::vector<std::string> deductibles(const SmallPack& pack, const std::vector<Visit>& visits) {
  const auto library = pack.library();
  std::vector<std::string> out;
  Ledger ledger;
  Money fund;
  for (const Visit& visit : visits) {
    Claim claim = claim_of(visit);
    claim.ledger = ledger;
    const Settlement s = reimbursement::settle(library, claim);
    REQUIRE(s.determined);
    REQUIRE(s.total == s.fund_pay + s.major_illness_pay + s.self_pay);
    out.push_back(to_yuan(s.deductible));
    fund += s.fund_pay;
    ledger = s.ledger;
  }
  CHECK(simulated(library, visits) == to_yuan(fund));
  return out;
}

using Sums = std::vector<std::string>;

}  // namespace

TEST_CASE("per_admission asks every stay anew") {
  CHECK(deductibles(pack_of("per_admission"),
                    {{"2023-01-05", "1000.00"}, {"2023-01-06", "150.00"}, {"2023-12-31", "1000.00"}}) ==
        Sums{"200.00", "150.00", "200.00"});
}

TEST_CASE("per_year asks for what the year's cost has not yet met, whatever the hospital") {
  const auto pack = pack_of("per_year");
  CHECK(deductibles(pack, {{"2023-01-05", "150.00"}, {"2023-02-05", "100.00"}, {"2023-03-05", "1000.00"}}) ==
        Sums{"150.00", "50.00", "0.00"});
  CHECK(deductibles(pack, {{"2023-01-05", "450.00"}, {"2023-02-05", "1000.00", "H2", 2}}) ==
        Sums{"200.00", "50.00"});
  CHECK(deductibles(pack, {{"2023-01-05", "1000.00"}, {"2023-02-05", "1000.00", "H2", 2}}) ==
        Sums{"200.00", "0.00"});
  CHECK(deductibles(pack, {{"2023-01-05", "1000.00", "H2", 2}, {"2023-02-05", "1000.00"}}) ==
        Sums{"500.00", "0.00"});
}

TEST_CASE("per_year_top_up asks a dearer hospital for the difference to what was paid") {
  const auto pack = pack_of("per_year_top_up");
  CHECK(deductibles(pack, {{"2023-01-05", "1000.00"},
                           {"2023-02-05", "1000.00", "H2", 2},
                           {"2023-03-05", "1000.00"}}) == Sums{"200.00", "300.00", "0.00"});
  CHECK(deductibles(pack, {{"2023-01-05", "1000.00", "H2", 2}, {"2023-02-05", "1000.00"}}) ==
        Sums{"500.00", "0.00"});
  CHECK(deductibles(pack, {{"2023-01-05", "120.00"}, {"2023-02-05", "1000.00"}}) == Sums{"120.00", "80.00"});
}

TEST_CASE("per_provider_year asks once at every institution") {
  CHECK(deductibles(pack_of("per_provider_year"), {{"2023-01-05", "1000.00"},
                                                   {"2023-02-05", "1000.00", "H2"},
                                                   {"2023-03-05", "1000.00"},
                                                   {"2023-04-05", "1000.00", "H2"}}) ==
        Sums{"200.00", "200.00", "0.00", "0.00"});
}

TEST_CASE("per_provider_year without a named institution asks every time") {
  CHECK(deductibles(pack_of("per_provider_year"),
                    {{"2023-01-05", "1000.00", ""}, {"2023-02-05", "1000.00", ""}}) ==
        Sums{"200.00", "200.00"});
}

TEST_CASE("per_quarter begins anew with January, April, July and October") {
  CHECK(deductibles(pack_of("per_quarter"), {{"2023-01-01", "150.00"},
                                             {"2023-03-31", "1000.00"},
                                             {"2023-04-01", "1000.00"},
                                             {"2023-06-30", "1000.00"},
                                             {"2023-07-01", "1000.00"},
                                             {"2023-10-01", "1000.00"},
                                             {"2023-12-31", "1000.00"}}) ==
        Sums{"150.00", "50.00", "200.00", "0.00", "200.00", "200.00", "0.00"});
}

TEST_CASE("per_month begins anew with each month") {
  CHECK(deductibles(pack_of("per_month"), {{"2023-01-01", "150.00"},
                                           {"2023-01-31", "1000.00"},
                                           {"2023-02-01", "1000.00"},
                                           {"2023-02-28", "1000.00"}}) ==
        Sums{"150.00", "50.00", "200.00", "0.00"});
}

TEST_CASE("every way begins anew with the year") {
  for (const char* way :
       {"per_admission", "per_year", "per_year_top_up", "per_provider_year", "per_quarter", "per_month"}) {
    INFO(way);
    CHECK(deductibles(pack_of(way), {{"2023-12-31", "1000.00"}, {"2024-01-01", "1000.00"}}) ==
          Sums{"200.00", "200.00"});
  }
}

TEST_CASE(
    "a stay that continues another pays no new deductible by the way the step merges, and by no other") {
  const auto asked = [](const std::string& merge, Continues continues) {
    return deductibles(pack_of("per_admission", merge),
                       {{"2023-05-05", "1000.00"}, {"2023-05-06", "1000.00", "H2", 1, continues}})[1];
  };
  CHECK(asked("", Continues::split) == "200.00");
  CHECK(asked("none", Continues::split) == "200.00");
  CHECK(asked("none", Continues::transfer) == "200.00");
  CHECK(asked("split", Continues::split) == "0.00");
  CHECK(asked("split", Continues::transfer) == "200.00");
  CHECK(asked("transfer", Continues::split) == "200.00");
  CHECK(asked("transfer", Continues::transfer) == "0.00");
  CHECK(asked("both", Continues::split) == "0.00");
  CHECK(asked("both", Continues::transfer) == "0.00");
  for (const char* merge : {"none", "split", "transfer", "both"})
    CHECK(asked(merge, Continues::none) == "200.00");
}

TEST_CASE("a bill of nothing is settled, costs nothing and pays nothing, whatever the way") {
  for (const char* way :
       {"per_admission", "per_year", "per_year_top_up", "per_provider_year", "per_quarter", "per_month"}) {
    INFO(way);
    CHECK(deductibles(pack_of(way),
                      {{"2023-05-05", "0.00"}, {"2023-05-06", "0.01"}, {"2023-05-07", "1000.00"}})[0] ==
          "0.00");
  }
}

TEST_CASE("the largest sum that can be written is settled to the fen") {
  const auto s = reimbursement::settle(SmallPack().library(), claim_of({"2023-05-05", "9999999999999.99"}));
  CHECK(to_yuan(s.deductible) == "200.00");
  CHECK(to_yuan(s.fund_pay) == "7499999999849.99");  // 9,999,999,999,799.99 × 75 %, half up
  CHECK(to_yuan(s.self_pay) == "2500000000150.00");
  CHECK(s.total == s.fund_pay + s.self_pay);
}

TEST_CASE("the ledger carries every stay of the year: what was paid, the admissions, and nothing twice") {
  const auto library = pack_of("per_year").library();
  Ledger ledger;
  for (const char* day : {"2023-01-05", "2023-02-05", "2023-03-05"}) {
    Claim claim = claim_of({day, "300.00"});
    claim.ledger = ledger;
    ledger = reimbursement::settle(library, claim).ledger;
  }
  CHECK(ledger.year == "2023");
  CHECK(ledger.admissions == 3);
  CHECK(to_yuan(ledger.fund_paid) == "525.00");          // (900 − 200) × 75 %
  CHECK(to_yuan(ledger.eligible_self_pay) == "375.00");  // the rest
  REQUIRE(ledger.further.size() == 2);
  CHECK(ledger.further[0] == std::pair<std::string, Money>("deductible_cost", Money{90000}));
  CHECK(ledger.further[1] == std::pair<std::string, Money>("deductible_paid", Money{20000}));
}

TEST_CASE("another year's ledger does not count: the claim's year begins from nothing, and that is said") {
  SmallPack pack = pack_of("per_year");
  pack.change(
      "sample/benefits.json", R"(]}])",
      R"(, {"step": "ceiling", "kind": "ceiling", "parameter": "cap", "label": {"zh": "封顶线", "en": "Ceiling"}}]}])");
  pack.change(
      "sample/parameters.json", "[",
      R"([{"id": "cap", "label": {"zh": "a", "en": "a"}, "unit": "money", "values": [{"value": "1000.00", "source": {"document": "rule", "clause": "8"}}]},)");
  const auto library = pack.library();
  Claim claim = claim_of({"2024-01-05", "1200.00"});
  claim.admitted = *parse_date("2023-12-20");
  const auto alone = reimbursement::settle(library, claim);
  CHECK_FALSE(test::has_code(alone.findings, "ledger_of_another_year"));
  claim.ledger.year = "2023";
  claim.ledger.fund_paid = *parse_money("900.00");
  claim.ledger.eligible_self_pay = *parse_money("700.00");
  claim.ledger.admissions = 4;
  claim.ledger.further.emplace_back("deductible_paid", *parse_money("200.00"));
  const auto s = reimbursement::settle(library, claim);
  CHECK(s.determined);
  CHECK(s.fund_pay == alone.fund_pay);
  CHECK(to_yuan(s.deductible) == "200.00");
  CHECK(s.ledger.year == "2024");
  CHECK(s.ledger.admissions == 1);
  CHECK(s.ledger.fund_paid == alone.ledger.fund_paid);
  CHECK(s.ledger.further == alone.ledger.further);
  REQUIRE(s.findings.size() == 1);
  const Finding& said = s.findings.front();
  CHECK(said.code == "ledger_of_another_year");
  CHECK(said.fact == "ledger.year");
  CHECK(said.actual == "2023");
  CHECK(said.allowed == std::vector<std::string>{"2024"});
  CHECK_FALSE(said.remedy.zh.empty());
  claim.ledger.year = "2025";  // a late bill of the year before
  CHECK(test::has_code(reimbursement::settle(library, claim).findings, "ledger_of_another_year"));
}

TEST_CASE("a stay belongs to the year in which it ends") {
  const auto library = pack_of("per_year").library();
  Claim claim = claim_of({"2024-01-02", "1000.00"});
  claim.admitted = *parse_date("2023-12-30");
  claim.ledger.year = "2024";
  claim.ledger.further.emplace_back("deductible_paid", *parse_money("200.00"));
  const auto s = reimbursement::settle(library, claim);
  CHECK(s.findings.empty());
  CHECK(to_yuan(s.deductible) == "0.00");
}

TEST_CASE("a ledger without a year is the claim's year's") {
  const auto library = pack_of("per_year").library();
  Claim claim = claim_of({"2024-01-02", "1000.00"});
  claim.ledger.further.emplace_back("deductible_paid", *parse_money("150.00"));
  const auto s = reimbursement::settle(library, claim);
  CHECK(s.findings.empty());
  CHECK(to_yuan(s.deductible) == "50.00");
  CHECK(s.ledger.year == "2024");
}

TEST_CASE("an empty ledger of another year is nothing to speak of") {
  Claim claim = claim_of({"2024-01-02", "1000.00"});
  claim.ledger.year = "2023";
  const auto s = reimbursement::settle(SmallPack().library(), claim);
  CHECK(s.findings.empty());
  CHECK(s.ledger.year == "2024");
}

TEST_CASE("where nothing is determined another year's ledger comes back as it was") {
  Claim claim = claim_of({"2024-01-02", "1000.00"});
  claim.provider.level.reset();
  claim.ledger.year = "2023";
  claim.ledger.fund_paid = *parse_money("900.00");
  const auto s = reimbursement::settle(SmallPack().library(), claim);
  CHECK_FALSE(s.determined);
  CHECK(s.ledger.year == "2023");
  CHECK(s.ledger.fund_paid == claim.ledger.fund_paid);
}
