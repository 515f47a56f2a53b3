#pragma once
// The lane of one row of a block (core/reimbursement/one_claim.h says what a lane is): sums in registers from
// the bill to the result, so that a loop over rows can be vectorised as a whole. Every step concerns the row;
// one that does not by the policy has a figure that moves nothing.
//
// `Columns` gives by step and row the figures and the sums of the bill. Borrowed.

#include <cstddef>

#include "core/reimbursement/amounts.h"
#include "core/scenario/fen.h"

namespace mingbai::scenario {

// What a lane of a batch need not know.
struct Nobody {
  [[gnu::always_inline]] const Nobody& operator[](std::size_t) const { return *this; }
  template <class Value>
  [[gnu::always_inline]] void operator+=(Value) const {}
};

template <class Value, class Columns>
class RowLane {
 public:
  static constexpr bool records = false;
  using Sum = Value;

  [[gnu::always_inline]] RowLane(const Columns& columns, std::size_t row, Value total)
      : balance(total), eligible(total), columns_(columns), row_(row) {}

  Sum balance;
  Sum eligible;
  Sum pending{};
  Sum fund{};
  Sum major_illness{};
  Nobody deductible{};
  bool shared = false;

  [[gnu::always_inline]] Sum figure(std::size_t at) const { return columns_.figure(at, 0, row_); }
  [[gnu::always_inline]] Sum second_figure(std::size_t at) const { return columns_.figure(at, 1, row_); }
  [[gnu::always_inline]] Sum left_by_share(std::size_t at) const { return columns_.figure(at, 2, row_); }
  [[gnu::always_inline]] Sum bill(std::size_t at) const { return columns_.bill(at, row_); }
  [[gnu::always_inline]] Sum fund_paid() const { return columns_.fund_paid(row_); }
  [[gnu::always_inline]] Sum eligible_self_pay() const { return columns_.eligible_self_pay(row_); }
  [[gnu::always_inline]] Sum deductible_paid(std::size_t) const { return Sum{}; }
  [[gnu::always_inline]] void meet_deductible(std::size_t) {}

  [[gnu::always_inline]] static Sum share_of(Sum sum, Sum basis_points) {
    return rounded_share(sum, basis_points);
  }
  template <class F, class... Sums>
  [[gnu::always_inline]] void each(F f, Sums&&... sums) {
    f(sums...);
  }
  [[gnu::always_inline]] void pay() {
    fund += pending;
    pending = Sum{};
  }

 private:
  const Columns& columns_;
  std::size_t row_;
};

}  // namespace mingbai::scenario
