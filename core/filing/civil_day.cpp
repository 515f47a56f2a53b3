#include "core/filing/civil_day.h"

#include <chrono>

namespace mingbai::filing {

Date day_in_china(sync::Milliseconds moment) {
  using namespace std::chrono_literals;
  const std::chrono::sys_time<std::chrono::milliseconds> there{std::chrono::milliseconds{moment} + 8h};
  return {static_cast<std::int32_t>(std::chrono::floor<std::chrono::days>(there).time_since_epoch().count())};
}

}  // namespace mingbai::filing
