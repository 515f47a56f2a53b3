#include "core/scenario/machines.h"
#include "core/scenario/run_blocks.h"

namespace mingbai::scenario {
namespace {
struct Portable {
  using Sums = TwoSums;
};
}  // namespace

void run_portable(const Shape& shape, const BlockRows& rows) { run_blocks<Portable>(shape, rows); }
void run_whole(const Shape& shape, const BlockRows& rows) {
  run_over_columns<std::int64_t, Portable>(shape, rows);
}

}  // namespace mingbai::scenario
