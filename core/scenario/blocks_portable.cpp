#include "core/scenario/block.h"
#include "core/scenario/machines.h"

namespace mingbai::scenario {
namespace {
struct Portable {};
}  // namespace

void run_portable(const Shape& shape, const BlockRows& rows) { run_blocks<double, Portable>(shape, rows); }
void run_whole(const Shape& shape, const BlockRows& rows) { run_blocks<std::int64_t, Portable>(shape, rows); }

}  // namespace mingbai::scenario
