#pragma once
// Two rows' values worked on side by side. The way of one row is a long chain, each sum waiting for the one
// before; a processor looks only so far ahead that it would mostly wait. The steps of two rows that have
// nothing to do with each other, told alternately, keep it busy. Nothing is calculated otherwise.

#include "core/reimbursement/amounts.h"
#include "core/scenario/fen.h"

namespace mingbai::scenario {

template <class Value>
struct Twin {
  Value one{}, other{};

  [[gnu::always_inline]] friend Twin operator+(Twin a, Twin b) { return {a.one + b.one, a.other + b.other}; }
  [[gnu::always_inline]] friend Twin operator-(Twin a, Twin b) { return {a.one - b.one, a.other - b.other}; }
  [[gnu::always_inline]] friend Twin operator*(Twin a, Twin b) { return {a.one * b.one, a.other * b.other}; }
  [[gnu::always_inline]] Twin& operator+=(Twin by) { return *this = *this + by; }
  [[gnu::always_inline]] Twin& operator-=(Twin by) { return *this = *this - by; }
  [[gnu::always_inline]] Twin& operator*=(Twin by) { return *this = *this * by; }

  [[gnu::always_inline]] friend Twin least(Twin a, Twin b) {
    return {reimbursement::least(a.one, b.one), reimbursement::least(a.other, b.other)};
  }
  [[gnu::always_inline]] friend Twin above(Twin a, Twin b) {
    return {reimbursement::above(a.one, b.one), reimbursement::above(a.other, b.other)};
  }
  [[gnu::always_inline]] friend Twin rounded_share(Twin sum, Twin basis_points) {
    return {rounded_share(sum.one, basis_points.one), rounded_share(sum.other, basis_points.other)};
  }
};

}  // namespace mingbai::scenario
