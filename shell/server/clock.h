#pragma once
// The server's clock, the only place where it is read.

#include <chrono>

#include "core/sync/instant.h"

namespace mingbai::server {

inline sync::Milliseconds now() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

}  // namespace mingbai::server
