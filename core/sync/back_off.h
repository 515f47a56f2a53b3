#pragma once
// How long to wait after failures in a row: twice as long each time, with jitter, so that a city's devices do not come
// back in one second when a server does.
//
//   failures   1     2     3     4      5 and more
//   waits     1–2   2–4   4–8   8–16   16–32 s
//
// The longest wait and the longest request (20 s, web/worker/worker.js) stay below a minute together: that is the time
// in which an outbox begins to move once the network is back, whoever notices.

#include <cstdint>

namespace mingbai::sync {

inline constexpr std::int64_t longest_delay_ms = 32'000;

// `random`: any 32 bits, drawn anew for every call. `failures` from 1.
std::int64_t delay_ms(int failures, std::uint32_t random);

}  // namespace mingbai::sync
