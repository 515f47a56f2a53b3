#pragma once
// The lane of many claims: blocks of 256 rows of one benefit, each sum a column, the figures of every row's
// plan gathered into columns before the arithmetic. It runs the very steps that explain one claim
// (core/reimbursement/steps); a step that does not concern a row has a figure there that moves nothing.
//
// Values are whole fen, as std::int64_t or as double. Doubles are exact here: `sums_in_double_below` bounds
// every sum that comes in, a ratio is at most 10,000 < 2^14 basis points, so no product reaches 2^49, and no
// sum of the year (at most 64 visits) 2^42. Half up without division: p × 10^-4 of a whole p is at least
// 10^-4 away from what would round otherwise once a quarter is added; the products' error is below 2^-52 of
// 2^49 × 10^-4, and adding 1.5 × 2^52 rounds to the nearest whole number. Needs round-to-nearest and no
// -ffast-math. `Machine` is a tag, so that files compiled for other instruction sets share no function.

#include <cstring>
#include <type_traits>

#include "core/reimbursement/evaluate.h"
#include "core/scenario/shape.h"

#if defined(__clang__)
#define MINGBAI_EACH_ROW _Pragma("clang loop vectorize(assume_safety)")
#else
#define MINGBAI_EACH_ROW _Pragma("GCC ivdep")
#endif

namespace mingbai::scenario {

template <class Value, class Machine>
class Block {
 public:
  static constexpr bool records = false;
  using Sum = Value*;

  // Whole fen of a column, as values.
  struct Fen {
    const std::int64_t* fen;
    [[gnu::always_inline]] Value operator[](std::size_t i) const { return from_fen(fen[i]); }
  };

  Block(const Shape& shape, const BlockRows& rows) : shape_(shape), rows_(rows) {
    for (Value* column : {zeros_, pending_}) std::memset(column, 0, block_rows * sizeof(Value));
    std::memset(no_fen_, 0, sizeof no_fen_);
    for (std::size_t at = 0; at < shape.steps; ++at)
      for (std::size_t which = 0; which < 3; ++which)
        if (const auto* same = shape.uniform(at, which))
          for (Value& v : figures_[at * 3 + which]) v = static_cast<Value>(*same);
  }

  Sum balance = balance_;
  Sum eligible = eligible_;
  Sum pending = pending_;
  struct Nobody {  // what nobody asks for in a batch
    [[gnu::always_inline]] const Nobody& operator[](std::size_t) const { return *this; }
    [[gnu::always_inline]] void operator+=(Value) const {}
  };
  Nobody deductible;
  Sum fund = zeros_;
  Sum major_illness = major_;
  bool shared = false;

  // Rows first … first + count of the list; what they come to stands in the rows' outputs afterwards.
  void run(std::size_t first, std::size_t count) {
    first_ = first;
    count_ = count;
    take_in();
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
  Fen bill(std::size_t at) { return column(rows_.of(step(at).fact), bill_); }
  Fen fund_paid() { return column(rows_.fund_paid, year_); }
  Fen eligible_self_pay() { return column(rows_.eligible_self_pay, year_); }
  Sum deductible_paid(std::size_t) { return zeros_; }
  void meet_deductible(std::size_t) {}

  [[gnu::always_inline]] static Value share_of(Value sum, Value basis_points) {
    if constexpr (std::is_same_v<Value, double>) {
      constexpr double to_whole = 6755399441055744.0;
      return ((sum * basis_points + 0.25) * 0.0001 + to_whole) - to_whole;
    } else {
      return half_up(Money{sum}, Ratio{static_cast<std::int32_t>(basis_points)}).fen;
    }
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
  static constexpr std::size_t steps_most = Shape::steps_most;

  [[gnu::always_inline]] static Value from_fen(std::int64_t fen) {
    if constexpr (std::is_same_v<Value, double>) {
      // The bits of 2^52 with the fen in its lowest places: exact below 2^52, and vectors can do it.
      const std::int64_t bits = fen | 0x4330000000000000;
      double out;
      __builtin_memcpy(&out, &bits, sizeof out);
      return out - 4503599627370496.0;
    } else {
      return fen;
    }
  }
  [[gnu::always_inline]] static std::int64_t to_fen(Value value) {
    if constexpr (std::is_same_v<Value, double>) {
      // Through 1.5 × 2^52, so that sums below zero (a lesser share of the person) come back, too.
      const double shifted = value + 6755399441055744.0;
      std::int64_t bits;
      __builtin_memcpy(&bits, &shifted, sizeof bits);
      return bits - 0x4338000000000000;
    } else {
      return value;
    }
  }

  // The block's part of a column; its rows picked out where the list leaves some.
  Fen column(const std::int64_t* all, std::int64_t* picked) {
    if (all == nullptr) return {no_fen_};
    if (rows_.list == nullptr) return {all + first_};
    const std::uint32_t* rows = rows_.list + first_;
    for (std::size_t i = 0; i < count_; ++i) picked[i] = all[rows[i]];
    return {picked};
  }

  void store(const Value* from, std::int64_t* column) {
    const std::size_t count = count_;
    if (rows_.list == nullptr) {
      std::int64_t* to = column + first_;
      MINGBAI_EACH_ROW
      for (std::size_t i = 0; i < count; ++i) to[i] = to_fen(from[i]);
    } else {
      const std::uint32_t* rows = rows_.list + first_;
      for (std::size_t i = 0; i < count; ++i) column[rows[i]] = to_fen(from[i]);
    }
  }

  void take_in() {
    fund = zeros_;
    pending = pending_;
    shared = false;
    total_ = column(rows_.total, picked_);
    each(
        [](auto total, auto& balance, auto& eligible, auto& major) { balance = eligible = total, major = 0; },
        total_, balance, eligible, major_illness);
    std::size_t n = 0;
    for (; n + 4 <= shape_.varying_count; n += 4) pick<4>(n);
    for (; n + 2 <= shape_.varying_count; n += 2) pick<2>(n);
    if (n < shape_.varying_count) pick<1>(n);
  }

  // The figures of the rows' plans at some slots, into their columns.
  template <std::size_t slots>
  [[gnu::always_inline]] void pick(std::size_t n) {
    const std::uint16_t* __restrict places = rows_.places + first_;
    const Value* tables[slots];
    Value* into[slots];
    for (std::size_t s = 0; s < slots; ++s) {
      tables[s] = shape_.figures(static_cast<const Value*>(nullptr), n + s);
      into[s] = figures_[shape_.varying[n + s]];
    }
    const std::size_t count = count_;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t place = places[i];
#pragma GCC unroll 4
      for (std::size_t s = 0; s < slots; ++s) into[s][i] = tables[s][place];
    }
  }

  void give_out() {
    if (rows_.eligible != nullptr) store(eligible, rows_.eligible);
    if (rows_.list != nullptr) {
      each([](auto total, auto fund, auto major, auto& self) { self = total - fund - major; }, total_, fund,
           major_illness, balance);
      store(balance, rows_.self);
      store(fund, rows_.fund);
      store(major_illness, rows_.major_illness);
      return;
    }
    each(
        [](auto total, auto fund, auto major, auto& self_fen, auto& fund_fen, auto& major_fen) {
          fund_fen = to_fen(fund);
          major_fen = to_fen(major);
          self_fen = to_fen(total - fund - major);
        },
        total_, fund, major_illness, rows_.self + first_, rows_.fund + first_, rows_.major_illness + first_);
  }

  const Shape& shape_;
  const BlockRows& rows_;
  std::size_t first_ = 0;
  std::size_t count_ = 0;
  Fen total_{};
  alignas(64) Value balance_[block_rows];
  alignas(64) Value eligible_[block_rows];
  alignas(64) Value pending_[block_rows];
  alignas(64) Value fund_[block_rows];
  alignas(64) Value major_[block_rows];
  alignas(64) std::int64_t picked_[block_rows];
  alignas(64) std::int64_t bill_[block_rows];
  alignas(64) std::int64_t year_[block_rows];
  alignas(64) std::int64_t no_fen_[block_rows];
  alignas(64) Value before_[block_rows];
  alignas(64) Value zeros_[block_rows];
  alignas(64) Value figures_[steps_most * 3][block_rows];
};

template <class Value, class Machine>
void run_blocks(const Shape& shape, const BlockRows& rows) {
  Block<Value, Machine> block(shape, rows);
  for (std::size_t first = 0; first < rows.count; first += block_rows)
    block.run(first, rows.count - first < block_rows ? rows.count - first : block_rows);
}

}  // namespace mingbai::scenario
