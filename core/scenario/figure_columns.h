#pragma once
// The figures of a block's rows in columns: what all plans share is filled in once, what differs is picked by
// the place of each row's plan, block by block.
//
// Picking is what a batch pays most for. Two figures of a plan lie side by side, so that one load brings
// both, and two rows' worth are turned in registers into two columns.

#include <algorithm>
#include <cstring>

#include "core/scenario/shape.h"

namespace mingbai::scenario {

template <class Value, class Machine, std::size_t slots>
class FigureColumns {
 public:
  using Column = Value[block_rows];

  // Columns of the shape's slots; slot s stands in column `column_of(s)`.
  template <class ColumnOf>
  void take(const Shape& shape, ColumnOf column_of) {
    shape_ = &shape;
    for (std::size_t slot = 0; slot < shape.steps * 3; ++slot)
      if (const auto* same = shape.uniform(slot))
        fill(column_of(slot), shape.benefit->steps[slot / 3].kind, slot % 3, *same);
    for (std::size_t n = 0; n < shape.varying_count; ++n) varying_[n] = columns_[column_of(shape.varying[n])];
    varying_[shape.varying_count] = spare_;
  }
  void fill(std::size_t column, policy::StepKind kind, std::size_t which, std::int64_t figure) {
    std::fill_n(columns_[column], block_rows, figure_as<Value>(kind, which, figure));
  }

  void pick(const std::uint16_t* places, std::size_t count) {
    const std::size_t pairs = (shape_->varying_count + 1) / 2;
    std::size_t n = 0;
    for (; n + 2 <= pairs; n += 2) pick<2>(n, places, count);
    if (n < pairs) pick<1>(n, places, count);
  }

  const Column& operator[](std::size_t column) const { return columns_[column]; }
  Column& operator[](std::size_t column) { return columns_[column]; }

 private:
  typedef Value Two __attribute__((vector_size(2 * sizeof(Value))));

  template <std::size_t pairs>
  [[gnu::noinline]] void pick(std::size_t n, const std::uint16_t* __restrict places, std::size_t count) {
    const Value* tables[pairs];
    Value* into[pairs][2];
    for (std::size_t p = 0; p < pairs; ++p) {
      tables[p] = shape_->two_figures(static_cast<const Value*>(nullptr), n + p);
      into[p][0] = varying_[2 * (n + p)];
      into[p][1] = varying_[2 * (n + p) + 1];
    }
    const auto turn = [&](std::size_t i, std::size_t a, std::size_t b) __attribute__((always_inline)) {
#pragma GCC unroll 2
      for (std::size_t p = 0; p < pairs; ++p) {
        Two first, second;
        std::memcpy(&first, tables[p] + 2 * a, sizeof first);
        std::memcpy(&second, tables[p] + 2 * b, sizeof second);
        const Two low = __builtin_shufflevector(first, second, 0, 2);
        const Two high = __builtin_shufflevector(first, second, 1, 3);
        std::memcpy(into[p][0] + i, &low, sizeof low);
        std::memcpy(into[p][1] + i, &high, sizeof high);
      }
    };
    std::size_t i = 0;
    for (; i + 4 <= count; i += 4) {
      turn(i, places[i], places[i + 1]);
      turn(i + 2, places[i + 2], places[i + 3]);
    }
    for (; i + 2 <= count; i += 2) turn(i, places[i], places[i + 1]);
    if (i < count) turn(i, places[i], places[i]);  // columns have room: a block is even
  }

  const Shape* shape_ = nullptr;
  Value* varying_[Shape::steps_most * 3 + 1];
  alignas(64) Column columns_[slots];
  alignas(64) Column spare_;
};

}  // namespace mingbai::scenario
