#include "core/policy/predicate.h"

#include <algorithm>

namespace mingbai::policy {

Truth test(const Programs& programs, const Op& op, const Facts& facts) {
  const auto truth = [](bool b) { return b ? Truth::yes : Truth::no; };
  const auto held = [&](std::uint32_t range) {
    return std::ranges::any_of(facts.list(op.fact),
                               [&](std::int64_t v) { return programs.ranges[range].contains(v); });
  };
  switch (op.code) {
    case Op::Code::constant:
      return truth(op.first != 0);
    case Op::Code::is_known:
      return truth(facts.known(op.fact) == (op.first != 0));
    default:
      break;
  }
  if (!facts.known(op.fact)) return Truth::unknown;
  switch (op.code) {
    case Op::Code::in_ranges:
      return truth(in_ranges(programs, op.first, op.count, facts.value(op.fact)));
    case Op::Code::same_as: {
      if (!facts.known(op.other)) return Truth::unknown;
      const std::int64_t a = facts.value(op.fact), b = facts.value(op.other);
      return truth(type_of(op.fact) == FactType::region ? prefecture_of(a) == prefecture_of(b) : a == b);
    }
    case Op::Code::not_below:
    case Op::Code::not_above: {
      if (!facts.known(op.other)) return Truth::unknown;
      const std::int64_t a = facts.value(op.fact), b = facts.value(op.other);
      return truth(op.code == Op::Code::not_below ? a >= b : a <= b);
    }
    case Op::Code::has_any:
    case Op::Code::has_all: {
      std::uint32_t found = 0;
      for (std::uint32_t i = op.first; i < op.first + op.count; ++i) found += held(i) ? 1 : 0;
      return truth(op.code == Op::Code::has_any ? found > 0 : found == op.count);
    }
    default:
      return Truth::no;
  }
}

}  // namespace mingbai::policy
