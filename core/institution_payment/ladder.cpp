#include "core/institution_payment/ladder.h"

#include <algorithm>

namespace mingbai::institution_payment {

std::optional<std::size_t> rung_of(const Ladder& ladder, const std::string& provider_class) {
  for (std::size_t i = 0; i < ladder.size(); ++i)
    if (std::ranges::find(ladder[i], provider_class) != ladder[i].end()) return i;
  return std::nullopt;
}

const policy::ClassCoefficient* upward(const Ladder& ladder,
                                       const std::vector<policy::ClassCoefficient>& coefficients,
                                       const std::string& provider_class) {
  for (const auto& one : coefficients)
    if (one.provider_class == provider_class) return &one;
  const auto own = rung_of(ladder, provider_class);
  if (!own) return nullptr;
  for (std::size_t rung = *own + 1; rung < ladder.size(); ++rung) {
    const policy::ClassCoefficient* lowest = nullptr;
    for (const auto& one : coefficients)
      if (std::ranges::find(ladder[rung], one.provider_class) != ladder[rung].end())
        if (lowest == nullptr || one.value < lowest->value) lowest = &one;
    if (lowest != nullptr) return lowest;
  }
  return nullptr;
}

}  // namespace mingbai::institution_payment
