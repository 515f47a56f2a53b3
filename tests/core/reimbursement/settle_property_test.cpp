// What holds for every claim: the parts make the total, nothing is negative, more cost never means less pay,
// and the explained and the silent evaluation agree.

#include <random>

#include "core/policy/policy.h"
#include "core/reimbursement/claim_facts.h"
#include "core/reimbursement/evaluate.h"
#include "core/reimbursement/ledger.h"
#include "tests/core/contract/request.h"

using namespace mingbai;
using reimbursement::Claim;
using reimbursement::Settlement;

namespace {

class Claims {
 public:
  explicit Claims(std::uint32_t seed) : random_(seed) {}

  Claim next() {
    Claim out;
    out.policy = "zhongshan";
    out.statuses = {true, pick(2) == 0, pick(4) != 0};
    const bool early = pick(3) == 0;
    const char* before[]{"basic", "supplementary"};
    const char* after[]{"employee_pooled", "employee_combined", "resident"};
    out.insured.scheme = early ? before[pick(2)] : after[pick(3)];
    if (pick(4) != 0) out.insured.continuous_months = static_cast<int>(pick(30));
    out.care = static_cast<reimbursement::Care>(pick(6) < 4 ? 0 : pick(6));
    if (pick(10) != 0) out.provider.level = static_cast<int>(1 + pick(3));
    if (pick(10) != 0) out.remote = static_cast<reimbursement::Remote>(pick(5));
    const char* regions[]{"440100", "442000", "110105", "530100"};
    if (pick(5) != 0) out.provider.region = regions[pick(4)];
    out.discharged =
        Date{parse_date(early ? "2019-02-01" : "2022-01-01")->days + static_cast<std::int32_t>(pick(1000))};
    out.admitted = Date{out.discharged->days - static_cast<std::int32_t>(pick(40))};
    if (pick(20) != 0) out.bill.total = Money{static_cast<std::int64_t>(pick(20'000'000))};
    if (out.bill.total && out.bill.total->fen > 0) {
      out.bill.own_expense.fen =
          static_cast<std::int64_t>(pick(static_cast<std::uint32_t>(out.bill.total->fen / 2 + 1)));
      out.bill.upfront.fen =
          static_cast<std::int64_t>(pick(static_cast<std::uint32_t>(out.bill.total->fen / 4 + 1)));
    }
    out.ledger.eligible_self_pay.fen = pick(3) == 0 ? 0 : static_cast<std::int64_t>(pick(4'000'000));
    out.ledger.fund_paid.fen = pick(3) == 0 ? 0 : static_cast<std::int64_t>(pick(70'000'000));
    return out;
  }

 private:
  std::uint32_t pick(std::uint32_t below) { return static_cast<std::uint32_t>(random_() % below); }
  std::mt19937 random_;
};

}  // namespace

TEST_CASE("total = fund + major illness + self, and nothing is negative, for any claim") {
  Claims claims(20260101);
  for (int i = 0; i < 4000; ++i) {
    const Claim claim = claims.next();
    const Settlement s = reimbursement::settle(test::built_in(), claim);
    REQUIRE(s.total == s.fund_pay + s.major_illness_pay + s.self_pay);
    for (const Money m : {s.total, s.eligible, s.deductible, s.fund_pay, s.major_illness_pay, s.self_pay})
      REQUIRE(m >= Money{0});
    REQUIRE(s.eligible <= s.total);
    REQUIRE(s.fund_pay + s.major_illness_pay <= s.eligible);
    for (const auto& line : s.lines) {
      REQUIRE(line.amount >= Money{0});
      REQUIRE(line.balance >= Money{0});
      REQUIRE(claim.statuses.allows(line.source.status));
      REQUIRE_FALSE(line.source.clause.empty());
    }
    if (!s.determined) {
      REQUIRE(s.self_pay == s.total);
      REQUIRE((!s.findings.empty() || !s.missing.empty()));
    }
  }
}

TEST_CASE("a larger bill never pays or costs less") {
  Claims claims(7);
  for (int i = 0; i < 1500; ++i) {
    Claim claim = claims.next();
    if (!claim.bill.total) continue;
    const Settlement before = reimbursement::settle(test::built_in(), claim);
    *claim.bill.total += Money{1 + i % 1000};
    const Settlement after = reimbursement::settle(test::built_in(), claim);
    REQUIRE(after.fund_pay >= before.fund_pay);
    REQUIRE(after.self_pay + after.major_illness_pay >= before.self_pay + before.major_illness_pay);
    REQUIRE(after.self_pay >= before.self_pay);
  }
}

TEST_CASE("the explained and the silent evaluation agree") {
  Claims claims(99);
  const auto& policy = *test::built_in().find("zhongshan");
  for (int i = 0; i < 1500; ++i) {
    const Claim claim = claims.next();
    const auto edition = policy::compile(policy, *claim.discharged, claim.statuses);
    const auto facts = reimbursement::facts_of(policy, claim, claim.remote);
    reimbursement::Explaining explaining;
    reimbursement::Silent silent;
    const auto year = reimbursement::year_so_far(claim);
    const auto a = reimbursement::evaluate(edition, *claim.care, facts, year, explaining);
    const auto b = reimbursement::evaluate(edition, *claim.care, facts, year, silent);
    REQUIRE(a.fund == b.fund);
    REQUIRE(a.major_illness == b.major_illness);
    REQUIRE(a.eligible == b.eligible);
    REQUIRE(a.determined == b.determined);
    REQUIRE(a.basis == b.basis);
  }
}

TEST_CASE("filing never costs more than not filing") {
  Claims claims(5);
  for (int i = 0; i < 1000; ++i) {
    Claim claim = claims.next();
    claim.remote = reimbursement::Remote::filed;
    const Settlement filed = reimbursement::settle(test::built_in(), claim);
    claim.remote = reimbursement::Remote::unfiled;
    const Settlement unfiled = reimbursement::settle(test::built_in(), claim);
    if (filed.determined && unfiled.determined) REQUIRE(filed.self_pay <= unfiled.self_pay);
  }
}
