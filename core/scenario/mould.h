#pragma once
// A mould (模子): blocks of a benefit whose steps are, in their order, some of a sequence known when this is
// compiled. The whole way of a few rows, from the bill to the result, is then one turn with every sum in a
// register (row_lane.h); steps of the sequence that the benefit has not, move nothing. Benefits that fit no
// mould run step by step over columns (block.h); both run the very steps of core/reimbursement/steps.
//
// `Machine` is a tag, so that files compiled for other instruction sets share no function; `Machine::Sums`
// are the sums it holds side by side.

#include "core/reimbursement/evaluate.h"
#include "core/scenario/place_figures.h"
#include "core/scenario/row_lane.h"
#include "core/scenario/row_sums.h"

namespace mingbai::scenario {

template <class Machine, policy::StepKind... kinds>
class Mould {
 public:
  static constexpr std::size_t length = sizeof...(kinds);
  static constexpr std::array<policy::StepKind, length> sequence{kinds...};

  Mould(const Shape& shape, const BlockRows& rows, const MouldFit& fit)
      : rows_(rows), sums_(rows), table_(Figures::table(shape, fit)) {
    if (rows.eligible != nullptr) move_ = &Mould::move<Wide, true>, move_rest_ = &Mould::move<double, true>;
    for (std::size_t at = 0; at < shape.steps; ++at)
      if (const std::size_t in = fit.place[at]; in != MouldFit::nowhere)
        bills_[in] = rows.of(shape.benefit->steps[at].fact);
  }

  // Rows first … first + count of the list; what they come to stands in the rows' outputs afterwards.
  void run(std::size_t first, std::size_t count) {
    sums_.begin(first, count);
    const View in = view(first, count);
    const std::size_t whole = count - count % (sizeof(Wide) / sizeof(double));
    move_(in, 0, whole);
    move_rest_(in, whole, count);
    sums_.store(results_[0], rows_.fund);
    sums_.store(results_[1], rows_.major_illness);
    sums_.store(results_[2], rows_.self);
    if (rows_.eligible != nullptr) sums_.store(results_[3], rows_.eligible);
  }

 private:
  using Figures = PlaceFigures<kinds...>;
  using Sums = RowSums<double, Machine>;
  using Wide = typename Machine::Sums;

  struct View {
    const std::uint16_t* places;
    const double* figures;
    const std::int64_t *total, *fund_paid, *eligible_self_pay;
    std::array<const std::int64_t*, length> bills;
    std::int64_t *fund, *major_illness, *self, *eligible;
  };

  // What the lane of some rows asks for.
  template <class Value>
  struct Rows {
    const View& of;
    std::size_t at;
    typename Figures::template Of<Value> figures;

    [[gnu::always_inline]] Rows(const View& view, std::size_t row)
        : of(view), at(row), figures(view.figures, view.places + row) {}
    [[gnu::always_inline]] Value sum(const std::int64_t* column) const {
      typename WholeFen<Value>::Type fen;
      std::memcpy(&fen, column + at, sizeof fen);
      return from_fen<Value>(fen);
    }
    [[gnu::always_inline]] Value figure(std::size_t step, std::size_t which) const {
      return sequence[step] == policy::StepKind::subtract ? Value{} + 1 : figures(step, which);
    }
    [[gnu::always_inline]] Value bill(std::size_t step) const { return sum(of.bills[step]); }
    [[gnu::always_inline]] Value fund_paid() const { return sum(of.fund_paid); }
    [[gnu::always_inline]] Value eligible_self_pay() const { return sum(of.eligible_self_pay); }
    [[gnu::always_inline]] void keep(Value value, std::int64_t* column) const {
      const auto fen = to_fen(value);
      std::memcpy(column + at, &fen, sizeof fen);
    }
  };

  View view(std::size_t first, std::size_t count) {
    View out{.places = rows_.places + first,
             .figures = table_.figures(),
             .total = sums_.of(rows_.total, rooms_[length]).fen,
             .fund_paid = sums_.of(rows_.fund_paid, rooms_[length + 1]).fen,
             .eligible_self_pay = sums_.of(rows_.eligible_self_pay, rooms_[length + 2]).fen,
             .bills = {},
             .fund = sums_.into(rows_.fund, results_[0]),
             .major_illness = sums_.into(rows_.major_illness, results_[1]),
             .self = sums_.into(rows_.self, results_[2]),
             .eligible = rows_.eligible == nullptr ? nullptr : sums_.into(rows_.eligible, results_[3])};
    for (std::size_t at = 0; at < length; ++at)
      if (sequence[at] == policy::StepKind::subtract) out.bills[at] = bill(at, out.places, count);
    return out;
  }

  // What a step subtracts: all of its part of the bill, or 0 where it does not concern a row.
  const std::int64_t* bill(std::size_t at, const std::uint16_t* places, std::size_t count) {
    const std::int64_t* all = sums_.of(bills_[at], rooms_[at]).fen;
    const std::int64_t* counts = table_.counts(at);
    if (counts == nullptr) return all;
    std::int64_t* room = rooms_[at];
    for (std::size_t i = 0; i < count; ++i) room[i] = all[i] * counts[places[i]];
    return room;
  }

  // Called through a pointer, so that it stays a function of its own: inside a large one the engines of
  // browsers have no registers left for it.
  template <class Value, bool with_eligible>
  [[gnu::noinline, gnu::flatten]] static void move(const View& view, std::size_t from, std::size_t to) {
    const View in = view;
    for (std::size_t i = from; i < to; i += sizeof(Value) / sizeof(double)) {
      const Rows<Value> rows(in, i);
      const Value total = rows.sum(in.total);
      RowLane<Value, Rows<Value>> lane(rows, total);
      reimbursement::calculate_known<kinds...>(lane);
      rows.keep(lane.fund, in.fund);
      rows.keep(lane.major_illness, in.major_illness);
      rows.keep(total - lane.fund - lane.major_illness, in.self);
      if constexpr (with_eligible) rows.keep(lane.eligible, in.eligible);
    }
  }

  const BlockRows& rows_;
  Sums sums_;
  PlaceTable table_;
  void (*move_)(const View&, std::size_t, std::size_t) = &Mould::move<Wide, false>;
  void (*move_rest_)(const View&, std::size_t, std::size_t) = &Mould::move<double, false>;
  std::array<const std::int64_t*, length> bills_{};
  alignas(64) typename Sums::Room rooms_[length + 3];
  alignas(64) typename Sums::Room results_[4];
};

}  // namespace mingbai::scenario
