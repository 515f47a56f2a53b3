#include "core/scenario/mould_fit.h"

#include <algorithm>

namespace mingbai::scenario {

using policy::StepKind;

std::optional<MouldFit> fit(const Shape& shape, std::span<const StepKind> sequence) {
  MouldFit out;
  out.place.fill(MouldFit::nowhere);
  bool shares = false;
  auto next = sequence.begin();
  for (std::size_t at = 0; at < shape.steps; ++at) {
    const StepKind kind = shape.benefit->steps[at].kind;
    shares = shares || kind == StepKind::share;
    if (kind == StepKind::premise || (!shape.any[at] && kind != StepKind::share)) continue;
    next = std::find(next, sequence.end(), kind);
    if (next == sequence.end()) return std::nullopt;
    out.place[at] = static_cast<std::uint8_t>(next++ - sequence.begin());
  }
  return shares ? std::optional(out) : std::nullopt;
}

}  // namespace mingbai::scenario
