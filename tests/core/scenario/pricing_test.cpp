// Batches and single claims: the blocks give what explaining gives, claim by claim, for every pack; and what
// must hold of any bill holds (trial T31).

#include "core/scenario/pricing.h"

#include "core/policy/editions.h"
#include "core/reimbursement/settle.h"
#include "core/scenario/claim_fields.h"
#include "tests/core/contract/request.h"
#include "tests/core/scenario/random_claims.h"

using namespace mingbai;
using scenario::Priced;
using scenario::Pricing;

namespace {

constexpr policy::StatusSet asked[] = {{true, false, false}, {true, false, true}, {true, true, true}};
constexpr std::int64_t large = 900'000'000, huge = 90'000'000'000'000;

void require_same(const Priced& a, const Priced& b) {
  REQUIRE(a.eligible == b.eligible);
  REQUIRE(a.fund == b.fund);
  REQUIRE(a.major_illness == b.major_illness);
  REQUIRE(a.self == b.self);
  REQUIRE(a.moved == b.moved);
  REQUIRE(a.plan == b.plan);
}

}  // namespace

TEST_CASE("blocks and single claims agree on random bills of every pack, to the fen and the step") {
  for (const auto id : test::built_in().ids())
    for (const auto statuses : asked)
      for (const auto& [most, with_steps] : {std::pair(large, true), {large, false}, {huge, true}, {huge, false}}) {
        const auto& policy = *test::built_in().find(id);
        test::RandomClaims random(policy, 20250908, most);
        Pricing blocks(policy, statuses, std::nullopt, with_steps), single(policy, statuses, std::nullopt, with_steps);
        for (std::size_t i = 0; i < test::trials(2, 40); ++i) {
          const auto claims = random.next(700);
          Priced a, b;
          single.price_one_by_one(claims, b);
          blocks.price(claims, a);
          INFO(id << " " << most << " " << with_steps);
          REQUIRE(a.plan.size() == b.plan.size());
          for (std::size_t row = 0; row < a.plan.size(); ++row) a.plan[row] = b.plan[row] = 0;
          require_same(a, b);
        }
      }
}

TEST_CASE("of any bill of any pack the shares add up, nothing is negative, and explaining pays the same") {
  policy::Editions editions;
  for (const auto id : test::built_in().ids()) {
    const auto& policy = *test::built_in().find(id);
    test::RandomClaims random(policy, 31, large);
    for (std::size_t i = 0; i < test::trials(1, 550); ++i) {
      const auto statuses = asked[i % 3];
      Pricing pricing(policy, statuses, std::nullopt, false);
      const auto claims = random.next(400);
      Priced priced;
      pricing.price(claims, priced);
      for (std::size_t person = 0; person < claims.people(); ++person) {
        const std::size_t row = claims.first[person];
        if (row == claims.first[person + 1]) continue;
        auto claim = scenario::claim_at(claims, row);
        claim.policy = std::string(id);
        claim.statuses = statuses;
        const auto s = reimbursement::settle(test::built_in(), claim, editions);
        REQUIRE(s.fund_pay.fen == priced.fund[row]);
        REQUIRE(s.major_illness_pay.fen == priced.major_illness[row]);
        REQUIRE(s.self_pay.fen == priced.self[row]);
        REQUIRE(s.eligible.fen == priced.eligible[row]);
        REQUIRE(s.total == s.fund_pay + s.major_illness_pay + s.self_pay);
        for (const Money sum : {s.eligible, s.deductible, s.fund_pay, s.major_illness_pay, s.self_pay})
          REQUIRE(sum >= Money{0});
        REQUIRE(s.eligible <= s.total);
        REQUIRE(s.fund_pay + s.major_illness_pay <= s.eligible);
        const Money more{static_cast<std::int64_t>(1 + random.pick(100'000))};
        *claim.bill.total += more;
        const auto dearer = reimbursement::settle(test::built_in(), claim, editions);
        REQUIRE(dearer.fund_pay >= s.fund_pay);
        REQUIRE(dearer.fund_pay + dearer.major_illness_pay <= s.fund_pay + s.major_illness_pay + more);
        REQUIRE(dearer.self_pay >= s.self_pay);
      }
    }
  }
}
