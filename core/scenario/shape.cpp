#include "core/scenario/shape.h"

#include <algorithm>

namespace mingbai::scenario {
namespace {

using policy::StepKind;

constexpr std::int64_t no_limit = std::int64_t{1} << 46;

}  // namespace

std::int64_t neutral_figure(StepKind kind, std::size_t which) {
  if (which == 2) return 1;
  if (which == 1) return 0;
  return kind == StepKind::keep_share                                 ? whole.basis_points
         : kind == StepKind::ceiling || kind == StepKind::second_tier ? no_limit
                                                                      : 0;
}

bool is_ratio(StepKind kind, std::size_t which) {
  return (which == 0 && (kind == StepKind::keep_share || kind == StepKind::share)) ||
         (which == 1 && kind == StepKind::second_tier);
}

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

Shape::Shape(const policy::Benefit& of) : benefit(&of), steps(of.steps.size()) {}

bool Shape::suits(const policy::Benefit& benefit) {
  if (benefit.steps.size() > steps_most) return false;
  return std::ranges::all_of(benefit.steps, [](const policy::Step& step) {
    return step.kind != StepKind::deductible || step.way == policy::DeductibleWay::per_admission;
  });
}

std::uint16_t Shape::add(const reimbursement::Plan& plan) {
  std::array<bool, steps_most * 3> varied{};
  for (std::size_t n = 0; n < varying_count; ++n) varied[varying[n]] = true;
  const std::size_t before = varying_count;
  for (std::size_t at = 0; at < steps; ++at) {
    const auto& step = plan.steps[at];
    const StepKind kind = benefit->steps[at].kind;
    const bool concerns = step.concerns();
    any[at] = any[at] || concerns;
    for (const std::int64_t figure :
         {concerns ? step.figure : neutral_figure(kind, 0),
          concerns ? step.second_figure : neutral_figure(kind, 1),
          concerns && kind == StepKind::share ? std::int64_t{0} : neutral_figure(kind, 2)}) {
      const std::size_t slot = figures_.size() - places_ * steps * 3;
      figures_.push_back(figure);
      if (!varied[slot] && figure != figures_[slot])
        varying[varying_count++] = static_cast<std::uint8_t>(slot);
    }
  }
  std::sort(varying.begin(), varying.begin() + static_cast<std::ptrdiff_t>(varying_count));
  whole_.resize((varying_count + 1) / 2);
  real_.resize(whole_.size());
  ++places_;
  for (std::size_t place = varying_count == before ? places_ - 1 : 0; place < places_; ++place)
    set_two(place);
  return static_cast<std::uint16_t>(places_ - 1);
}

void Shape::set_two(std::size_t place) {
  const std::int64_t* figures = figures_.data() + place * steps * 3;
  for (auto& two : whole_) two.resize(places_ * 2);
  for (auto& two : real_) two.resize(places_ * 2);
  for (std::size_t n = 0; n < varying_count; ++n) {
    const std::size_t slot = varying[n], at = place * 2 + n % 2;
    whole_[n / 2][at] = figures[slot];
    real_[n / 2][at] = figure_as<double>(benefit->steps[slot / 3].kind, slot % 3, figures[slot]);
  }
}

const std::int64_t* Shape::uniform(std::size_t slot) const {
  const auto* const end = varying.data() + varying_count;
  return places_ == 0 || std::find(varying.data(), end, slot) != end ? nullptr : &figures_[slot];
}

}  // namespace mingbai::scenario
