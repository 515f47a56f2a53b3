#pragma once
// The lane of one row, or of a few side by side (core/reimbursement/one_claim.h says what a lane is): sums in
// registers from the bill to the result. Every step concerns the rows; one that does not by the policy has a
// figure that moves nothing.
//
// `Rows` gives by step the figures and the sums of the bill. Borrowed.

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

template <class Value, class Rows>
class RowLane {
 public:
  static constexpr bool records = false;
  using Sum = Value;

  [[gnu::always_inline]] RowLane(const Rows& rows, Value total)
      : balance(total), eligible(total), rows_(rows) {}

  Sum balance;
  Sum eligible;
  Sum pending{};
  Sum fund{};
  Sum major_illness{};
  Nobody deductible{};
  bool shared = false;

  [[gnu::always_inline]] Sum figure(std::size_t at) const { return rows_.figure(at, 0); }
  [[gnu::always_inline]] Sum second_figure(std::size_t at) const { return rows_.figure(at, 1); }
  [[gnu::always_inline]] Sum left_by_share(std::size_t at) const { return rows_.figure(at, 2); }
  [[gnu::always_inline]] Sum bill(std::size_t at) const { return rows_.bill(at); }
  [[gnu::always_inline]] Sum fund_paid() const { return rows_.fund_paid(); }
  [[gnu::always_inline]] Sum eligible_self_pay() const { return rows_.eligible_self_pay(); }
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
  const Rows& rows_;
};

}  // namespace mingbai::scenario
