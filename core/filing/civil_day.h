#pragma once
// The civil day in China at a moment: eight hours ahead of UTC all year (no summer time since 1991). It is
// the server's rule date of an application and the day in a receipt's number. The clock is never read here.

#include "core/base/date.h"
#include "core/sync/instant.h"

namespace mingbai::filing {

// 2026-11-21T15:59:59Z -> 2026-11-21; one second later -> 2026-11-22.
Date day_in_china(sync::Milliseconds);

}  // namespace mingbai::filing
