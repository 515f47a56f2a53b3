#include "core/scenario/place_table.h"

namespace mingbai::scenario {

PlaceTable::PlaceTable(const Shape& shape, const MouldFit& fit, std::span<const policy::StepKind> sequence,
                       std::span<const Slot> slots, std::size_t stride)
    : figures_(shape.places() * stride) {
  std::array<std::size_t, MouldFit::length_most> from;
  from.fill(shape.steps);
  for (std::size_t at = 0; at < shape.steps; ++at)
    if (const std::size_t in = fit.place[at]; in != MouldFit::nowhere) {
      from[in] = at;
      if (sequence[in] == policy::StepKind::subtract && shape.uniform(at * 3) == nullptr)
        for (std::size_t place = 0; place < shape.places(); ++place)
          counts_[in].push_back(shape.figure(place, at, 0));
    }
  for (std::size_t place = 0; place < shape.places(); ++place)
    for (std::size_t n = 0; n < slots.size(); ++n) {
      const auto [step, which] = slots[n];
      const std::int64_t figure = from[step] == shape.steps ? neutral_figure(sequence[step], which)
                                                            : shape.figure(place, from[step], which);
      figures_[place * stride + n] = figure_as<double>(sequence[step], which, figure);
    }
}

PlaceTable::~PlaceTable() = default;

}  // namespace mingbai::scenario
