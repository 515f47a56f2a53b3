// The steps one by one, on a small invented pack.

#include "core/reimbursement/settle.h"

#include "tests/core/policy/small_pack.h"

using namespace mingbai;
using reimbursement::Claim;
using reimbursement::Settlement;
using test::SmallPack;

namespace {

Claim stay(const char* total) {
  Claim out;
  out.policy = "sample";
  out.insured.scheme = "resident";
  out.care = reimbursement::Care::inpatient;
  out.remote = reimbursement::Remote::local;
  out.provider.level = 1;
  out.discharged = *parse_date("2023-05-05");
  out.bill.total = *parse_money(total);
  return out;
}

SmallPack with_step(const std::string& step) {
  SmallPack pack;
  pack.change("sample/benefits.json", R"(]}])", ", " + step + "]}]");
  return pack;
}

}  // namespace

TEST_CASE("the fund pays its ratio of what is left above the deductible") {
  const auto s = reimbursement::settle(SmallPack().library(), stay("1200.00"));
  CHECK(to_yuan(s.deductible) == "200.00");
  CHECK(to_yuan(s.fund_pay) == "750.00");
  CHECK(to_yuan(s.self_pay) == "450.00");
  CHECK(s.basis == policy::Status::in_force);
}

TEST_CASE("a deductible once a year is asked for only as far as it has not been paid") {
  SmallPack pack;
  pack.change("sample/benefits.json", "per_admission", "per_year");
  Claim claim = stay("1200.00");
  claim.ledger.further.emplace_back("deductible_paid", *parse_money("150.00"));
  const auto s = reimbursement::settle(pack.library(), claim);
  CHECK(to_yuan(s.deductible) == "50.00");
  REQUIRE(s.ledger.further.size() == 2);
  CHECK(s.ledger.further[0].first == "deductible_cost");
  CHECK(to_yuan(s.ledger.further[0].second) == "1350.00");
  CHECK(s.ledger.further[1].first == "deductible_paid");
  CHECK(to_yuan(s.ledger.further[1].second) == "200.00");
  claim.ledger.further[0].second = *parse_money("999.00");
  CHECK(to_yuan(reimbursement::settle(pack.library(), claim).deductible) == "0.00");
}

TEST_CASE("past the ceiling the cost is the person's, and the fund's line says what is left of its share") {
  auto pack = with_step(
      R"({"step": "ceiling", "kind": "ceiling", "parameter": "cap", "label": {"zh": "封顶线", "en": "Ceiling"}})");
  pack.change(
      "sample/parameters.json", "[",
      R"([{"id": "cap", "label": {"zh": "a", "en": "a"}, "unit": "money", "values": [{"value": "1000.00", "source": {"document": "rule", "clause": "8"}}]},)");
  Claim claim = stay("1200.00");
  claim.ledger.fund_paid = *parse_money("400.00");
  const auto s = reimbursement::settle(pack.library(), claim);
  CHECK(to_yuan(s.fund_pay) == "600.00");
  CHECK(to_yuan(s.self_pay) == "600.00");
  claim.ledger.fund_paid = *parse_money("5000.00");
  CHECK(to_yuan(reimbursement::settle(pack.library(), claim).fund_pay) == "0.00");
}

TEST_CASE(
    "a premise moves nothing, weakens the basis, and without its status nothing after it is determined") {
  auto pack = SmallPack();
  pack.change(
      "sample/benefits.json", R"({"step": "deductible")",
      R"({"step": "order", "kind": "premise", "label": {"zh": "次序", "en": "Order"}, "source": {"document": "guess", "clause": "1"}}, {"step": "deductible")");
  const auto library = pack.library();
  Claim claim = stay("1200.00");
  const auto without = reimbursement::settle(library, claim);
  CHECK_FALSE(without.determined);
  CHECK(test::has_code(without.findings, "no_rule"));
  claim.statuses.assumed = true;
  const auto with = reimbursement::settle(library, claim);
  CHECK(with.determined);
  CHECK(to_yuan(with.fund_pay) == "750.00");
  CHECK(with.basis == policy::Status::assumed);
}

TEST_CASE("major illness insurance pays on the year's eligible cost, and without a rule its line says why") {
  auto pack = with_step(
      R"({"step": "major_illness", "kind": "second_tier", "deductible": "above", "ratio": "shared", "label": {"zh": "大病", "en": "Major illness"}, "no_rule": {"zh": "没有规定", "en": "no such rule"}})");
  pack.change("sample/parameters.json", "[", R"([
    {"id": "above", "label": {"zh": "a", "en": "a"}, "unit": "money", "values": [{"value": "1000.00", "source": {"document": "plan", "clause": "8"}}]},
    {"id": "shared", "label": {"zh": "a", "en": "a"}, "unit": "ratio", "values": [{"value": "60%", "source": {"document": "plan", "clause": "8"}}]},)");
  const auto library = pack.library();
  Claim claim = stay("1200.00");
  claim.ledger.eligible_self_pay = *parse_money("900.00");
  const auto without = reimbursement::settle(library, claim);
  CHECK(without.determined);
  CHECK(to_yuan(without.major_illness_pay) == "0.00");
  const auto& line = without.lines[without.lines.size() - 2];
  CHECK(line.step == "major_illness");
  CHECK(line.formula.en == "no such rule");
  CHECK(line.source.status == policy::Status::in_force);
  claim.statuses.draft = true;
  const auto with = reimbursement::settle(library, claim);
  CHECK(to_yuan(with.fund_pay) == "900.00");           // the draft's 90 % goes before the 75 % in force
  CHECK(to_yuan(with.major_illness_pay) == "120.00");  // (900 + 300 − 1,000) × 60 %
  CHECK(with.basis == policy::Status::draft);
}

TEST_CASE("the assumed row counts only when it is asked for, and then the result says so") {
  const auto library = SmallPack().library();
  Claim claim = stay("1200.00");
  claim.provider.level = 2;
  const auto without = reimbursement::settle(library, claim);
  CHECK_FALSE(without.determined);
  REQUIRE(without.findings.size() == 1);
  CHECK(without.findings[0].allowed == std::vector<std::string>{"assumed"});
  claim.statuses.assumed = true;
  CHECK(reimbursement::settle(library, claim).basis == policy::Status::assumed);
}

TEST_CASE("a policy that does not exist is a finding here too") {
  Claim claim = stay("1200.00");
  claim.policy = "nowhere";
  CHECK(test::has_code(reimbursement::settle(SmallPack().library(), claim).findings, "unknown_policy"));
}
