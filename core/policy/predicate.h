#pragma once
// A predicate (条件式) over facts, compiled to a flat postfix program and evaluated in Kleene's three values.
//
//   {"all": […]} {"any": […]} {"not": p}
//   {"fact": f, "is": v} {"fact": f, "in": […]} {"fact": f, "at_least": n} {"fact": f, "at_most": n}
//   {"fact": f, "at_least": {"fact": g}} (at_most alike: numbers, sums and dates of one type)
//   {"fact": f, "known": true} {"fact": f, "same_as": g} {"fact": f, "has_any": […]} {"fact": f, "has_all":
//   […]}
//
// `is` and `in` on a region mean "lies within", `same_as` compares prefectures. An unknown fact makes its
// test unknown; `all` is false as soon as one part is, `any` true as soon as one part is. The evaluation
// names the unknown facts an unknown answer rests on, and no others. It allocates nothing but what the sink
// does with those names.

#include <array>
#include <cstdint>
#include <vector>

#include "core/policy/facts.h"

namespace mingbai::policy {

enum class Truth : std::uint8_t { no, yes, unknown };

constexpr Truth negated(Truth t) {
  return t == Truth::unknown ? t : t == Truth::yes ? Truth::no : Truth::yes;
}

inline constexpr std::size_t nesting_most = 24;

struct Op {
  enum class Code : std::uint8_t {
    constant,
    in_ranges,
    is_known,
    same_as,
    not_below,
    not_above,
    has_any,
    has_all,
    both,
    either,
    negate
  };
  Code code;
  Fact fact = Fact::as_of;
  Fact other = Fact::as_of;
  std::uint32_t first = 0;  // ranges; for `constant` and `is_known` 1 or 0
  std::uint32_t count = 0;
};

constexpr bool compares_facts(Op::Code code) {
  return code == Op::Code::same_as || code == Op::Code::not_below || code == Op::Code::not_above;
}

// A stretch of the policy's programs; an empty one always holds.
struct Predicate {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  bool always() const { return count == 0; }
};

// A condition of a table row: the fact lies in one of the ranges.
struct Condition {
  Fact fact;
  std::uint32_t first;
  std::uint32_t count;
};

struct Programs {
  std::vector<Op> ops;
  std::vector<Range> ranges;
  std::vector<Condition> conditions;
};

// Collects the names of unknown facts; `NoNames` for when nobody asks.
struct Names {
  std::vector<Fact> facts;
  std::size_t size() const { return facts.size(); }
  void push(Fact fact) { facts.push_back(fact); }
  void shrink(std::size_t size) { facts.resize(size, Fact::as_of); }
};
struct NoNames {
  static constexpr std::size_t size() { return 0; }
  void push(Fact) {}
  void shrink(std::size_t) {}
};

inline bool in_ranges(const Programs& programs, std::uint32_t first, std::uint32_t count,
                      std::int64_t value) {
  for (std::uint32_t i = first; i < first + count; ++i)
    if (programs.ranges[i].contains(value)) return true;
  return false;
}
Truth test(const Programs&, const Op&, const Facts&);

template <class Sink>
Truth evaluate(const Programs& programs, Predicate predicate, const Facts& facts, Sink& unknown) {
  if (predicate.always()) return Truth::yes;
  struct Entry {
    Truth truth;
    std::size_t names;
  };
  std::array<Entry, nesting_most * 2 + 4> stack{};
  std::size_t top = 0;
  for (std::uint32_t i = 0; i < predicate.count; ++i) {
    const Op& op = programs.ops[predicate.first + i];
    if (op.code == Op::Code::negate) {
      stack[top - 1].truth = negated(stack[top - 1].truth);
    } else if (op.code == Op::Code::both || op.code == Op::Code::either) {
      const Truth decisive = op.code == Op::Code::both ? Truth::no : Truth::yes;
      const Entry b = stack[--top];
      Entry& a = stack[top - 1];
      if (a.truth == decisive || b.truth == decisive) {
        a.truth = decisive;
        unknown.shrink(a.names);
      } else if (b.truth == Truth::unknown) {
        a.truth = Truth::unknown;
      }
    } else {
      stack[top] = {test(programs, op, facts), unknown.size()};
      if (stack[top].truth == Truth::unknown) {
        if (!facts.known(op.fact)) unknown.push(op.fact);
        if (compares_facts(op.code) && !facts.known(op.other)) unknown.push(op.other);
      }
      ++top;
    }
  }
  return stack[0].truth;
}

}  // namespace mingbai::policy
