#pragma once
// The blocks as compiled for one instruction set each; run_shape chooses between them.

#include <string_view>

namespace mingbai::scenario {

struct Shape;
struct BlockRows;

void run_portable(const Shape&, const BlockRows&);  // doubles; SSE2 on x86-64, SIMD128 in wasm
void run_whole(const Shape&, const BlockRows&);     // 64-bit integers, for sums of any size
bool run_avx2(const Shape&, const BlockRows&);      // doubles; false where the machine has it not

}  // namespace mingbai::scenario
