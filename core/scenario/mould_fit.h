#pragma once
// Whether a benefit fits a mould (mould.h), and which of its steps stands where in it.

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "core/scenario/shape.h"

namespace mingbai::scenario {

struct MouldFit {
  static constexpr std::size_t length_most = 16;
  static constexpr std::uint8_t nowhere = 0xFF;
  std::array<std::uint8_t, Shape::steps_most> place{};  // by step of the benefit; nowhere: it moves nothing
};

// The steps that may move something must stand in the mould in their order, a share among them: what a
// ceiling limits depends on whether one stands before it.
std::optional<MouldFit> fit(const Shape&, std::span<const policy::StepKind> sequence);

}  // namespace mingbai::scenario
