#pragma once
// What a mould needs of a shape's plans, by the place of a row's plan: the figures its sequence reads, side
// by side, and which subtractions concern the plan. Made out of line, so that files compiled for other
// instruction sets share it.

#include <array>
#include <span>
#include <vector>

#include "core/scenario/mould_fit.h"

namespace mingbai::scenario {

class PlaceTable {
 public:
  struct Slot {
    std::uint8_t step, which;
  };

  // Each place has `stride` figures, the first of them those of the slots.
  PlaceTable(const Shape&, const MouldFit&, std::span<const policy::StepKind> sequence,
             std::span<const Slot> slots, std::size_t stride);
  ~PlaceTable();

  const double* figures() const { return figures_.data(); }
  // By place whether a subtraction of the sequence concerns it, 1 or 0; nothing where it concerns all.
  const std::int64_t* counts(std::size_t step) const { return counts_[step].data(); }

 private:
  std::vector<double> figures_;
  std::array<std::vector<std::int64_t>, MouldFit::length_most> counts_;
};

}  // namespace mingbai::scenario
