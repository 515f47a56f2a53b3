#pragma once
// The figures that a sequence of steps reads, by the place of a row's plan: those of one plan side by side,
// so that one load brings two of them, and the rows of a register are turned from rows into columns on the
// way.
//
// Figures come in the order of the steps, what a share leaves last of all: it is seldom read, and what
// nothing reads is not loaded.

#include <array>
#include <cstring>
#include <utility>

#include "core/scenario/fen.h"
#include "core/scenario/place_table.h"

namespace mingbai::scenario {

template <policy::StepKind... kinds>
class PlaceFigures {
  using Slot = PlaceTable::Slot;
  static constexpr std::array<policy::StepKind, sizeof...(kinds)> sequence{kinds...};
  static constexpr bool reads(policy::StepKind kind, std::size_t which) {
    using enum policy::StepKind;
    return which == 0   ? kind != subtract && kind != premise
           : which == 1 ? kind == second_tier
                        : kind == share;
  }
  static constexpr std::size_t count = [] {
    std::size_t out = 0;
    for (std::size_t which = 0; which < 3; ++which)
      for (const auto kind : sequence) out += reads(kind, which) ? 1 : 0;
    return out;
  }();
  static constexpr std::size_t pairs = (count + 1) / 2;
  static constexpr std::array<Slot, count> slots = [] {
    std::array<Slot, count> out{};
    std::size_t n = 0;
    for (const bool last : {false, true})
      for (std::size_t step = 0; step < sequence.size(); ++step)
        for (std::size_t which = 0; which < 3; ++which)
          if (last == (which == 2) && reads(sequence[step], which))
            out[n++] = {static_cast<std::uint8_t>(step), static_cast<std::uint8_t>(which)};
    return out;
  }();
  static constexpr std::array<std::size_t, sequence.size()* 3> where = [] {
    std::array<std::size_t, sequence.size() * 3> out{};
    for (std::size_t n = 0; n < count; ++n) out[slots[n].step * 3 + slots[n].which] = n;
    return out;
  }();

 public:
  static PlaceTable table(const Shape& shape, const MouldFit& fit) {
    return PlaceTable(shape, fit, sequence, slots, pairs * 2);
  }

  // Those of the rows of a register.
  template <class Value>
  class Of {
   public:
    [[gnu::always_inline]] Of(const double* all, const std::uint16_t* places)
        : Of(all, places, std::make_index_sequence<width>(), std::make_index_sequence<pairs>()) {}
    [[gnu::always_inline]] Value operator()(std::size_t step, std::size_t which) const {
      const std::size_t n = where[step * 3 + which];
      return two_[n / 2][n % 2];
    }

   private:
    static constexpr std::size_t width = sizeof(Value) / sizeof(double);
    // Without loops: compilers keep in memory what one of their variables looks up.
    template <std::size_t... row, std::size_t... pair>
    [[gnu::always_inline]] Of(const double* all, const std::uint16_t* places, std::index_sequence<row...>,
                              std::index_sequence<pair...>) {
      const double* const of[]{all + places[row] * pairs * 2 ...};
      (take(of, 2 * pair, two_[pair]), ...);
    }
    [[gnu::always_inline]] static TwoSums both(const double* figures) {
      TwoSums out;
      std::memcpy(&out, figures, sizeof out);
      return out;
    }
    [[gnu::always_inline]] static void take(const double* const (&of)[1], std::size_t at, double (&out)[2]) {
      out[0] = of[0][at];
      out[1] = of[0][at + 1];
    }
    [[gnu::always_inline]] static void take(const double* const (&of)[2], std::size_t at, TwoSums (&out)[2]) {
      const TwoSums a = both(of[0] + at), b = both(of[1] + at);
      out[0] = __builtin_shufflevector(a, b, 0, 2);
      out[1] = __builtin_shufflevector(a, b, 1, 3);
    }
    [[gnu::always_inline]] static void take(const double* const (&of)[4], std::size_t at,
                                            FourSums (&out)[2]) {
      const TwoSums a = both(of[0] + at), b = both(of[1] + at), c = both(of[2] + at), d = both(of[3] + at);
      const FourSums ac = __builtin_shufflevector(a, c, 0, 1, 2, 3);
      const FourSums bd = __builtin_shufflevector(b, d, 0, 1, 2, 3);
      out[0] = __builtin_shufflevector(ac, bd, 0, 4, 2, 6);
      out[1] = __builtin_shufflevector(ac, bd, 1, 5, 3, 7);
    }
    Value two_[pairs][2];
  };
};

}  // namespace mingbai::scenario
