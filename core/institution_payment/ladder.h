#pragma once
// The classes of institutions (定点医疗机构类别) from the lowest to the highest, those of equal standing
// together, and the upward cascade (逐上采用): a class without a coefficient of its own for a disease takes
// the lowest one of the next class up that has any.

#include <optional>
#include <string>
#include <vector>

#include "core/policy/dip.h"

namespace mingbai::institution_payment {

using Ladder = std::vector<std::vector<std::string>>;

std::optional<std::size_t> rung_of(const Ladder&, const std::string& provider_class);

// The class whose coefficient counts, with it; nothing when neither the class nor one above it has any.
const policy::ClassCoefficient* upward(const Ladder&, const std::vector<policy::ClassCoefficient>&,
                                       const std::string& provider_class);

}  // namespace mingbai::institution_payment
