#pragma once
// The sums of a block's rows: columns of the stretch as they are, or picked out where a list leaves rows out.

#include "core/scenario/fen.h"
#include "core/scenario/shape.h"

namespace mingbai::scenario {

template <class Value, class Machine>
class RowSums {
 public:
  using Room = std::int64_t[block_rows];

  explicit RowSums(const BlockRows& rows) : rows_(rows) {}
  void begin(std::size_t first, std::size_t count) { first_ = first, count_ = count; }

  // The block's part of a column, in `room` if its rows are listed. A column that is not there is all 0.
  Fen<Value> of(const std::int64_t* all, Room& room) const {
    if (all == nullptr) return {no_fen_};
    if (rows_.list == nullptr) return {all + first_};
    const std::uint32_t* rows = rows_.list + first_;
    for (std::size_t i = 0; i < count_; ++i) room[i] = all[rows[i]];
    return {room};
  }

  // Where the block's part of a result may be written; `store` brings it there if its rows are listed.
  std::int64_t* into(std::int64_t* all, Room& room) const {
    return rows_.list == nullptr ? all + first_ : room;
  }
  void store(const Room& room, std::int64_t* all) const {
    if (rows_.list == nullptr) return;
    const std::uint32_t* rows = rows_.list + first_;
    for (std::size_t i = 0; i < count_; ++i) all[rows[i]] = room[i];
  }

 private:
  const BlockRows& rows_;
  std::size_t first_ = 0;
  std::size_t count_ = 0;
  alignas(64) Room no_fen_{};
};

}  // namespace mingbai::scenario
