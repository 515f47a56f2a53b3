#include "core/scenario/shape.h"

#include <algorithm>

namespace mingbai::scenario {
namespace {

using policy::StepKind;

constexpr std::int64_t no_limit = std::int64_t{1} << 46;
constexpr std::int64_t all_basis_points = 10000;

// The figures with which a step moves nothing.
std::int64_t neutral(StepKind kind, std::size_t which) {
  if (which == 2) return 1;
  if (which == 1) return 0;
  return kind == StepKind::keep_share                                 ? all_basis_points
         : kind == StepKind::ceiling || kind == StepKind::second_tier ? no_limit
                                                                      : 0;
}

}  // namespace

BlockRows BlockRows::part(std::size_t first, std::size_t most) const {
  BlockRows out = *this;
  out.count = std::min(most, count - first);
  const auto move = [&](auto*& column) {
    if (column != nullptr) column += first;
  };
  move(out.places);
  for (auto** column :
       {&out.total, &out.own_expense, &out.over_limit, &out.upfront, &out.eligible_self_pay, &out.fund_paid})
    move(*column);
  for (auto** column : {&out.eligible, &out.fund, &out.major_illness, &out.self}) move(*column);
  return out;
}

Shape::Shape(const policy::Benefit& of)
    : benefit(&of), steps(of.steps.size()), whole_(steps * 3), real_(steps * 3) {}

bool Shape::suits(const policy::Benefit& benefit) {
  if (benefit.steps.size() > steps_most) return false;
  return std::ranges::all_of(benefit.steps, [](const policy::Step& step) {
    return step.kind != StepKind::deductible || step.way == policy::DeductibleWay::per_admission;
  });
}

std::uint16_t Shape::add(const reimbursement::Plan& plan) {
  for (std::size_t at = 0; at < steps; ++at) {
    const auto& step = plan.steps[at];
    const StepKind kind = benefit->steps[at].kind;
    const bool concerns = step.concerns();
    any[at] = any[at] || concerns;
    const std::int64_t slots[3] = {concerns ? step.figure : neutral(kind, 0),
                                   concerns ? step.second_figure : neutral(kind, 1),
                                   concerns && kind == StepKind::share ? 0 : neutral(kind, 2)};
    for (std::size_t which = 0; which < 3; ++which) {
      whole_[at * 3 + which].push_back(slots[which]);
      real_[at * 3 + which].push_back(static_cast<double>(slots[which]));
    }
  }
  varying_count = 0;
  for (std::size_t slot = 0; slot < steps * 3; ++slot)
    if (uniform(slot / 3, slot % 3) == nullptr) varying[varying_count++] = static_cast<std::uint8_t>(slot);
  return static_cast<std::uint16_t>(places() - 1);
}

const std::int64_t* Shape::uniform(std::size_t step, std::size_t which) const {
  const auto& figures = whole_[step * 3 + which];
  const bool same = std::ranges::all_of(figures, [&](std::int64_t f) { return f == figures.front(); });
  return figures.empty() || !same ? nullptr : &figures.front();
}

}  // namespace mingbai::scenario
