#include "core/scenario/machines.h"

#include "core/scenario/shape.h"

namespace mingbai::scenario {

void run_shape(const Shape& shape, const BlockRows& rows, bool in_double) {
  if (!in_double) return run_whole(shape, rows);
  if (!run_avx2(shape, rows)) run_portable(shape, rows);
}

bool run_shape_on(std::string_view machine, const Shape& shape, const BlockRows& rows) {
  if (machine == "avx2") return run_avx2(shape, rows);
  if (machine == "portable")
    run_portable(shape, rows);
  else if (machine == "whole")
    run_whole(shape, rows);
  else
    return false;
  return true;
}

}  // namespace mingbai::scenario
