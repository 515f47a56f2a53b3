// Compiled for AVX2 on x86-64 (cmake/compile.cmake); elsewhere there is nothing in it.
#include "core/scenario/machines.h"

#if defined(__AVX2__)
#include "core/scenario/run_blocks.h"

namespace mingbai::scenario {
namespace {
struct Avx2 {
  using Sums = FourSums;
};
}  // namespace

bool run_avx2(const Shape& shape, const BlockRows& rows) {
  if (!__builtin_cpu_supports("avx2")) return false;
  run_blocks<Avx2>(shape, rows);
  return true;
}

}  // namespace mingbai::scenario
#else
namespace mingbai::scenario {
bool run_avx2(const Shape&, const BlockRows&) { return false; }
}  // namespace mingbai::scenario
#endif
