// How a length is shared among pieces. Pure.
//
// Proportional to the weights; a piece that is not nothing gets at least `least`, taken from the larger ones.
// Weights of nothing get no width and no gap. The widths and gaps add up to `length`.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace mingbai::ui {

std::vector<float> piece_widths(std::span<const std::int64_t> weights, float length, float part, float least);

// Centres of discs moved aside until they are `apart`, kept within [from, to], in their order.
std::vector<float> spread_apart(std::span<const float> wanted, float apart, float from, float to);

}  // namespace mingbai::ui
