// Which benefits run in a mould: those whose steps that move something stand in it in their order.

#include "core/scenario/mould_fit.h"

#include <catch2/catch_test_macros.hpp>

using namespace mingbai;
using enum policy::StepKind;
using scenario::fit;
using scenario::MouldFit;

namespace {

constexpr std::array mould{subtract, subtract, keep_share, share, ceiling};

policy::Benefit benefit(std::initializer_list<policy::StepKind> kinds) {
  policy::Benefit out;
  for (const auto kind : kinds) out.steps.emplace_back().kind = kind;
  return out;
}

std::optional<MouldFit> fitted(const policy::Benefit& benefit, std::size_t idle = SIZE_MAX) {
  scenario::Shape shape(benefit);
  reimbursement::Plan plan;
  plan.benefit = &benefit;
  for (std::size_t at = 0; at < benefit.steps.size(); ++at) {
    plan.steps.emplace_back();
    if (at != idle) plan.steps.back().why = reimbursement::Why::concerns;
  }
  shape.add(plan);
  return fit(shape, mould);
}

}  // namespace

TEST_CASE("steps take their places in order, and some stay free") {
  const auto found = fitted(benefit({subtract, share, ceiling}));
  REQUIRE(found);
  CHECK(found->place[0] == 0);
  CHECK(found->place[1] == 3);
  CHECK(found->place[2] == 4);
}

TEST_CASE("premises and steps that concern nobody need no place") {
  const auto found = fitted(benefit({premise, deductible, share}), 1);
  REQUIRE(found);
  CHECK(found->place[0] == MouldFit::nowhere);
  CHECK(found->place[1] == MouldFit::nowhere);
  CHECK(found->place[2] == 3);
}

TEST_CASE("another order, a step too many or no share fits nowhere") {
  CHECK_FALSE(fitted(benefit({keep_share, subtract, share})));
  CHECK_FALSE(fitted(benefit({subtract, subtract, subtract, share})));
  CHECK_FALSE(fitted(benefit({subtract, share, share})));
  CHECK_FALSE(fitted(benefit({ceiling, share})));
  CHECK_FALSE(fitted(benefit({subtract, ceiling})));
}

TEST_CASE("a share that concerns nobody keeps its place: what a ceiling limits depends on it") {
  const auto found = fitted(benefit({share, ceiling}), 0);
  REQUIRE(found);
  CHECK(found->place[0] == 3);
}
