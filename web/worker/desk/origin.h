#pragma once
// Which command of which tab: tabs name themselves at random and number their commands from 1.

#include <cstdint>
#include <string>

namespace mingbai::worker {

struct Origin {
  std::string tab;
  std::int64_t number = 0;
  friend bool operator==(const Origin&, const Origin&) = default;
};

}  // namespace mingbai::worker
