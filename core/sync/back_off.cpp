#include "core/sync/back_off.h"

#include <algorithm>

namespace mingbai::sync {

std::int64_t delay_ms(int failures, std::uint32_t random) {
  const int doublings = std::clamp(failures, 1, 5);
  const std::int64_t longest = std::min(std::int64_t{1000} << doublings, longest_delay_ms);
  const std::int64_t half = longest / 2;
  return half + static_cast<std::int64_t>(random) % (half + 1);
}

}  // namespace mingbai::sync
