#pragma once
// Seconds of the processor that this program has used: what else the machine does meanwhile counts for little. In wasm
// node's own count is asked, of all its threads, so that the compiler behind a first round is in that round.
#if defined(__EMSCRIPTEN__)
#include <emscripten/em_js.h>
EM_JS(double, processor_microseconds, (), {
  const used = process.cpuUsage();
  return used.user + used.system;
});
#else
#include <ctime>
#endif

namespace bench {

inline double seconds() {
#if defined(__EMSCRIPTEN__)
  return 1e-6 * processor_microseconds();
#else
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
#endif
}

}  // namespace bench
