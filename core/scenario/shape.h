#pragma once
// The shape of a block: one benefit, and the plans of its rows as columns of figures. A plan's place in its
// shape is what a row carries; figures that all plans share are filled in once.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/ratio.h"
#include "core/policy/elements.h"
#include "core/reimbursement/plan.h"

#if defined(__clang__)
#define MINGBAI_EACH_ROW _Pragma("clang loop vectorize(assume_safety)")
#else
#define MINGBAI_EACH_ROW _Pragma("GCC ivdep")
#endif

namespace mingbai::scenario {

inline constexpr std::size_t block_rows = 256;
// Every sum of a row below it: then doubles are exact (block.h).
inline constexpr std::int64_t sums_in_double_below = std::int64_t{1} << 35;

struct Shape {
  static constexpr std::size_t steps_most = 16;
  static constexpr std::size_t places_most = 65535;

  explicit Shape(const policy::Benefit& benefit);

  // Whether blocks can run the benefit: few enough steps, no deductible that looks at the year.
  static bool suits(const policy::Benefit&);

  std::uint16_t add(const reimbursement::Plan&);
  std::size_t places() const { return places_; }

  const policy::Benefit* benefit;
  std::size_t steps;
  std::array<bool, steps_most> any{};  // the step concerns a plan
  // Slots whose figure differs between plans. A slot is a step × 3: its figure, its second, what a share
  // leaves.
  std::array<std::uint8_t, steps_most * 3> varying{};
  std::size_t varying_count = 0;

  std::int64_t figure(std::size_t place, std::size_t step, std::size_t which) const {
    return figures_[(place * steps + step) * 3 + which];
  }
  // The figure all plans have at a slot, or nothing.
  const std::int64_t* uniform(std::size_t slot) const;
  // The nth two of the varying slots: by place both figures side by side, the second 0 where there is none.
  const double* two_figures(const double*, std::size_t n) const { return real_[n].data(); }
  const std::int64_t* two_figures(const std::int64_t*, std::size_t n) const { return whole_[n].data(); }

 private:
  void set_two(std::size_t place);

  std::size_t places_ = 0;
  std::vector<std::int64_t> figures_;  // by place and slot
  std::vector<std::vector<std::int64_t>> whole_;
  std::vector<std::vector<double>> real_;
};

// The figures with which a step moves nothing, by slot of the step.
std::int64_t neutral_figure(policy::StepKind, std::size_t which);
// Whether a slot of the step holds basis points, which a lane of doubles has as a share of one (fen.h).
bool is_ratio(policy::StepKind, std::size_t which);

template <class Value>
Value figure_as(policy::StepKind kind, std::size_t which, std::int64_t figure) {
  if constexpr (std::is_same_v<Value, double>)
    return static_cast<double>(figure) / (is_ratio(kind, which) ? whole.basis_points : 1);
  else
    return figure;
}

// The rows of one shape in a stretch: their columns by row, in fen, and where the results go. Columns that
// are not there count as 0.
struct BlockRows {
  std::size_t count = 0;
  const std::uint32_t* list = nullptr;    // row numbers; none: 0 … count − 1
  const std::uint16_t* places = nullptr;  // by position in the list
  const std::int64_t* total = nullptr;
  const std::int64_t* own_expense = nullptr;
  const std::int64_t* over_limit = nullptr;
  const std::int64_t* upfront = nullptr;
  const std::int64_t* eligible_self_pay = nullptr;
  const std::int64_t* fund_paid = nullptr;
  std::int64_t* eligible = nullptr;
  std::int64_t* fund = nullptr;
  std::int64_t* major_illness = nullptr;
  std::int64_t* self = nullptr;
  std::int64_t* const* moved = nullptr;  // by step; none: not wanted

  // Rows first … first + most, of rows without a list.
  BlockRows part(std::size_t first, std::size_t most) const;

  const std::int64_t* of(policy::Fact fact) const {
    return fact == policy::Fact::claim_own_expense  ? own_expense
           : fact == policy::Fact::claim_over_limit ? over_limit
           : fact == policy::Fact::claim_upfront    ? upfront
                                                    : nullptr;
  }
};

// Blocks on this machine: the widest instruction set compiled for it that it has. `in_double` is for sums
// below `sums_in_double_below`.
void run_shape(const Shape&, const BlockRows&, bool in_double);
// By name ("portable", "avx2"), for measuring; false where the machine or the build does not have it.
bool run_shape_on(std::string_view machine, const Shape&, const BlockRows&);

}  // namespace mingbai::scenario
