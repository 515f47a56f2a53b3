// The figures of plans as a mould reads them: side by side by place, neutral where a plan or a benefit has
// none.

#include "core/scenario/place_table.h"

#include <catch2/catch_test_macros.hpp>

using namespace mingbai;
using enum policy::StepKind;
using scenario::PlaceTable;

namespace {

constexpr std::array sequence{subtract, keep_share, deductible, share};
constexpr PlaceTable::Slot slots[]{{1, 0}, {2, 0}, {3, 0}, {3, 2}};

policy::Benefit benefit() {
  policy::Benefit out;
  for (const auto kind : {subtract, deductible, share}) out.steps.emplace_back().kind = kind;
  return out;
}

reimbursement::Plan plan(const policy::Benefit& benefit, std::array<std::int64_t, 3> figures,
                         std::size_t idle = SIZE_MAX) {
  reimbursement::Plan out;
  out.benefit = &benefit;
  for (std::size_t at = 0; at < figures.size(); ++at) {
    auto& step = out.steps.emplace_back();
    step.figure = figures[at];
    if (at != idle) step.why = reimbursement::Why::concerns;
  }
  return out;
}

PlaceTable table(const scenario::Shape& shape) {
  return {shape, *scenario::fit(shape, sequence), sequence, slots, 4};
}

}  // namespace

TEST_CASE("each place has its plan's figures, ratios as shares of one") {
  const auto of = benefit();
  scenario::Shape shape(of);
  shape.add(plan(of, {1, 30000, 9000}));
  shape.add(plan(of, {1, 60000, 8500}));
  const auto made = table(shape);
  CHECK(made.figures()[1] == 30000);
  CHECK(made.figures()[2] == 0.9);
  CHECK(made.figures()[4 + 1] == 60000);
  CHECK(made.figures()[4 + 2] == 0.85);
}

TEST_CASE("a step the benefit has not, or the plan, moves nothing") {
  const auto of = benefit();
  scenario::Shape shape(of);
  shape.add(plan(of, {1, 30000, 9000}, 2));
  shape.add(plan(of, {1, 30000, 9000}, 1));
  const auto made = table(shape);
  CHECK(made.figures()[0] == 1);      // all of it is kept
  CHECK(made.figures()[2] == 0);      // no share is paid
  CHECK(made.figures()[3] == 1);      // and all is left
  CHECK(made.figures()[4 + 1] == 0);  // no deductible
  CHECK(made.figures()[4 + 3] == 0);  // what a share is of, is settled
}

TEST_CASE("a subtraction is looked up only where some plans have it not") {
  const auto of = benefit();
  scenario::Shape all(of), some(of);
  all.add(plan(of, {1, 0, 9000}));
  some.add(plan(of, {1, 0, 9000}));
  some.add(plan(of, {1, 0, 9000}, 0));
  CHECK(table(all).counts(0) == nullptr);
  const auto made = table(some);
  REQUIRE(made.counts(0) != nullptr);
  CHECK(made.counts(0)[0] == 1);
  CHECK(made.counts(0)[1] == 0);
}
