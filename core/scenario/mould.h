#pragma once
// A mould (模子): blocks of a benefit whose steps are, in their order, some of a sequence known when this is
// compiled. The whole way of a row, from the bill to the result, is then one loop with every sum in a
// register (row_lane.h); steps of the sequence that the benefit has not, move nothing. Benefits that fit no
// mould run step by step over columns (block.h); both run the very steps of core/reimbursement/steps.

#include "core/reimbursement/evaluate.h"
#include "core/scenario/figure_columns.h"
#include "core/scenario/mould_fit.h"
#include "core/scenario/row_lane.h"
#include "core/scenario/row_sums.h"

namespace mingbai::scenario {

template <class Value, class Machine, policy::StepKind... kinds>
class Mould {
 public:
  static constexpr std::size_t length = sizeof...(kinds);
  static constexpr std::array<policy::StepKind, length> sequence{kinds...};

  Mould(const Shape& shape, const BlockRows& rows, const MouldFit& fit)
      : rows_(rows), sums_(rows), move_(rows.eligible == nullptr ? &Mould::move<false> : &Mould::move<true>) {
    for (std::size_t at = 0; at < length; ++at)
      for (std::size_t which = 0; which < 3; ++which)
        if (!fit.used[at])
          figures_.fill(at * 3 + which, sequence[at], which, neutral_figure(sequence[at], which));
    figures_.take(shape, [&](std::size_t slot) {
      const std::size_t at = fit.place[slot / 3];
      return at == MouldFit::nowhere ? length * 3 : at * 3 + slot % 3;
    });
    for (std::size_t at = 0; at < shape.steps; ++at)
      if (const std::size_t in = fit.place[at]; in != MouldFit::nowhere) {
        bills_[in] = rows.of(shape.benefit->steps[at].fact);
        counts_[in] = shape.uniform(at * 3) == nullptr;
      }
  }

  // Rows first … first + count of the list; what they come to stands in the rows' outputs afterwards.
  void run(std::size_t first, std::size_t count) {
    sums_.begin(first, count);
    figures_.pick(rows_.places + first, count);
    (this->*move_)(count);
  }

 private:
  struct View {
    const Value (*figures)[block_rows];
    Fen<Value> total, fund, self;
    std::array<Fen<Value>, length> bills;
    std::int64_t *to_fund, *to_major_illness, *to_self, *to_eligible;
  };

  // What the lane of a row asks for.
  struct Row {
    const View& of;
    [[gnu::always_inline]] Value figure(std::size_t at, std::size_t which, std::size_t i) const {
      return sequence[at] == policy::StepKind::subtract ? Value{1} : of.figures[at * 3 + which][i];
    }
    [[gnu::always_inline]] Value bill(std::size_t at, std::size_t i) const { return of.bills[at][i]; }
    [[gnu::always_inline]] Value fund_paid(std::size_t i) const { return of.fund[i]; }
    [[gnu::always_inline]] Value eligible_self_pay(std::size_t i) const { return of.self[i]; }
  };

  View view(std::size_t count) {
    View out{&figures_[0],
             sums_.of(rows_.total, rooms_[length]),
             sums_.of(rows_.fund_paid, rooms_[length + 1]),
             sums_.of(rows_.eligible_self_pay, rooms_[length + 2]),
             {},
             sums_.into(rows_.fund, results_[0]),
             sums_.into(rows_.major_illness, results_[1]),
             sums_.into(rows_.self, results_[2]),
             rows_.eligible == nullptr ? nullptr : sums_.into(rows_.eligible, results_[3])};
    for (std::size_t at = 0; at < length; ++at)
      if (sequence[at] == policy::StepKind::subtract) out.bills[at] = bill(at, count);
    return out;
  }

  // What a step subtracts: all of its part of the bill, or 0 where it does not concern a row.
  Fen<Value> bill(std::size_t at, std::size_t count) {
    const Fen<Value> all = sums_.of(bills_[at], rooms_[at]);
    if (!counts_[at]) return all;
    const Value* concerns = figures_[at * 3];
    std::int64_t* room = rooms_[at];
    for (std::size_t i = 0; i < count; ++i) room[i] = concerns[i] > 0 ? all.fen[i] : 0;
    return {room};
  }

  // Called through `move_`, so that it stays a function of its own: inside a large one the engines of
  // browsers have no registers left for it.
  template <bool with_eligible>
  [[gnu::noinline, gnu::flatten]] void move(std::size_t count) {
    const View in = view(count);
    const Row row{in};
    MINGBAI_EACH_ROW
    for (std::size_t i = 0; i < count; ++i) {
      const Value total = in.total[i];
      RowLane<Value, Row> lane(row, i, total);
      reimbursement::calculate_known<kinds...>(lane);
      in.to_fund[i] = to_fen(lane.fund);
      in.to_major_illness[i] = to_fen(lane.major_illness);
      in.to_self[i] = to_fen(total - lane.fund - lane.major_illness);
      if constexpr (with_eligible) in.to_eligible[i] = to_fen(lane.eligible);
    }
    sums_.store(results_[0], rows_.fund);
    sums_.store(results_[1], rows_.major_illness);
    sums_.store(results_[2], rows_.self);
    if constexpr (with_eligible) sums_.store(results_[3], rows_.eligible);
  }

  using Sums = RowSums<Value, Machine>;
  const BlockRows& rows_;
  Sums sums_;
  void (Mould::*move_)(std::size_t);
  std::array<const std::int64_t*, length> bills_{};
  std::array<bool, length> counts_{};  // a subtraction that concerns some rows only
  FigureColumns<Value, Machine, length * 3 + 1> figures_;
  alignas(64) typename Sums::Room rooms_[length + 3];
  alignas(64) typename Sums::Room results_[4];
};

}  // namespace mingbai::scenario
