#pragma once
// The rows of a shape, block by block: by the first mould that its benefit fits, or over columns.

#include "core/scenario/block.h"
#include "core/scenario/mould.h"

namespace mingbai::scenario {

template <class Blocks>
void run_all(Blocks& blocks, std::size_t rows) {
  for (std::size_t first = 0; first < rows; first += block_rows)
    blocks.run(first, rows - first < block_rows ? rows - first : block_rows);
}

template <class Machine, policy::StepKind... kinds>
bool run_mould(const Shape& shape, const BlockRows& rows) {
  using Blocks = Mould<Machine, kinds...>;
  const auto fits = fit(shape, Blocks::sequence);
  if (!fits) return false;
  Blocks blocks(shape, rows, *fits);
  run_all(blocks, rows.count);
  return true;
}

template <class Value, class Machine>
void run_over_columns(const Shape& shape, const BlockRows& rows) {
  Block<Value, Machine> blocks(shape, rows);
  run_all(blocks, rows.count);
}

// What each step moved is known over columns only.
template <class Machine>
void run_blocks(const Shape& shape, const BlockRows& rows) {
  using enum policy::StepKind;
  if (rows.moved == nullptr) {
    if (run_mould<Machine, subtract, keep_share, deductible, share, ceiling, second_tier>(shape, rows))
      return;
    if (run_mould<Machine, subtract, subtract, subtract, share>(shape, rows)) return;
    if (run_mould<Machine, subtract, subtract, subtract, subtract, keep_share, keep_share, deductible, share,
                  ceiling, second_tier>(shape, rows))
      return;
  }
  run_over_columns<double, Machine>(shape, rows);
}

}  // namespace mingbai::scenario
