#pragma once
// The lane of many claims: blocks of 256 rows of one benefit, each sum a column, the figures of every row's
// plan picked into columns before the arithmetic. It runs the very steps that explain one claim
// (core/reimbursement/steps); a step that does not concern a row has a figure there that moves nothing.
//
// Values are whole fen, as std::int64_t or as double. Doubles are exact here: `sums_in_double_below` bounds
// every sum that comes in, a share takes no more than it is of, and no sum of the year (at most 64 visits)
// reaches 2^42; fen.h says how shares are rounded. `Machine` is a tag, so that files compiled for
// other instruction sets share no function.

#include <cstring>

#include "core/reimbursement/evaluate.h"
#include "core/scenario/figure_columns.h"
#include "core/scenario/row_lane.h"
#include "core/scenario/row_sums.h"

namespace mingbai::scenario {

template <class Value, class Machine>
class Block {
 public:
  static constexpr bool records = false;
  using Sum = Value*;

  Block(const Shape& shape, const BlockRows& rows) : shape_(shape), rows_(rows), sums_(rows) {
    for (Value* column : {zeros_, pending_}) std::memset(column, 0, block_rows * sizeof(Value));
    figures_.take(shape, [](std::size_t slot) { return slot; });
  }

  Sum balance = balance_;
  Sum eligible = eligible_;
  Sum pending = pending_;
  Nobody deductible;
  Sum fund = zeros_;
  Sum major_illness = major_;
  bool shared = false;

  // Rows first … first + count of the list; what they come to stands in the rows' outputs afterwards.
  void run(std::size_t first, std::size_t count) {
    count_ = count;
    sums_.begin(first, count);
    take_in(first);
    reimbursement::calculate(*this);
    give_out();
  }

  std::size_t length() const { return shape_.steps; }
  std::size_t stop() const { return shape_.steps; }
  const policy::Step& step(std::size_t at) const { return shape_.benefit->steps[at]; }
  bool any(std::size_t at) const { return shape_.any[at]; }
  Sum figure(std::size_t at) { return figures_[at * 3]; }
  Sum second_figure(std::size_t at) { return figures_[at * 3 + 1]; }
  Sum left_by_share(std::size_t at) { return figures_[at * 3 + 2]; }
  Fen<Value> bill(std::size_t at) { return sums_.of(rows_.of(step(at).fact), bill_); }
  Fen<Value> fund_paid() { return sums_.of(rows_.fund_paid, year_); }
  Fen<Value> eligible_self_pay() { return sums_.of(rows_.eligible_self_pay, year_); }
  Sum deductible_paid(std::size_t) { return zeros_; }
  void meet_deductible(std::size_t) {}

  [[gnu::always_inline]] static Value share_of(Value sum, Value basis_points) {
    return rounded_share(sum, basis_points);
  }

  template <class F, class... Sums>
  [[gnu::always_inline]] void each(F f, Sums... sums) {
    const std::size_t count = count_;
    MINGBAI_EACH_ROW
    for (std::size_t i = 0; i < count; ++i) f(sums[i]...);
  }

  void nothing_pending() { std::memset(pending, 0, count_ * sizeof(Value)); }
  void pay() {
    if (fund == zeros_) {
      fund = pending;
      pending = fund == pending_ ? fund_ : pending_;
    } else {
      each([](auto paid, auto& all) { all += paid; }, pending, fund);
    }
  }
  void begin(std::size_t) {
    if (rows_.moved == nullptr) return;
    each([](auto balance, auto pending, auto major, auto& kept) { kept = balance + pending - major; },
         balance, shared ? pending : zeros_, major_illness, before_);
  }
  void moved(std::size_t at) {
    if (rows_.moved == nullptr) return;
    each(
        [](auto balance, auto pending, auto major, auto& kept) { kept = kept - (balance + pending - major); },
        balance, shared ? pending : zeros_, major_illness, before_);
    store(before_, rows_.moved[at]);
  }

 private:
  void store(const Value* from, std::int64_t* column) {
    std::int64_t* const to = sums_.into(column, result_);
    const std::size_t count = count_;
    MINGBAI_EACH_ROW
    for (std::size_t i = 0; i < count; ++i) to[i] = to_fen(from[i]);
    sums_.store(result_, column);
  }

  void take_in(std::size_t first) {
    fund = zeros_;
    pending = pending_;
    shared = false;
    total_ = sums_.of(rows_.total, total_room_);
    each(
        [](auto total, auto& balance, auto& eligible, auto& major) { balance = eligible = total, major = 0; },
        total_, balance, eligible, major_illness);
    figures_.pick(rows_.places + first, count_);
  }

  void give_out() {
    if (rows_.eligible != nullptr) store(eligible, rows_.eligible);
    each([](auto total, auto fund, auto major, auto& self) { self = total - fund - major; }, total_, fund,
         major_illness, balance);
    store(balance, rows_.self);
    store(fund, rows_.fund);
    store(major_illness, rows_.major_illness);
  }

  using Sums = RowSums<Value, Machine>;
  const Shape& shape_;
  const BlockRows& rows_;
  Sums sums_;
  std::size_t count_ = 0;
  Fen<Value> total_{};
  FigureColumns<Value, Machine, Shape::steps_most * 3> figures_;
  alignas(64) Value balance_[block_rows];
  alignas(64) Value eligible_[block_rows];
  alignas(64) Value pending_[block_rows];
  alignas(64) Value fund_[block_rows];
  alignas(64) Value major_[block_rows];
  alignas(64) Value before_[block_rows];
  alignas(64) Value zeros_[block_rows];
  alignas(64) typename Sums::Room total_room_;
  alignas(64) typename Sums::Room bill_;
  alignas(64) typename Sums::Room year_;
  alignas(64) typename Sums::Room result_;
};

}  // namespace mingbai::scenario
