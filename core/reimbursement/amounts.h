#pragma once
// The sums of one claim while the steps move them, and the year they are counted in.
//
// `balance` is the part of the cost that no step has given to anybody yet; `eligible` (政策范围内) falls with
// it until the first deductible or share. `pending` is the fund's share, which a ceiling may still lower.
// A Sum is whole fen: std::int64_t for one claim; a lane of many claims has its own (core/scenario).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text.h"
#include "core/policy/elements.h"
#include "core/policy/predicate.h"
#include "core/reimbursement/settle.h"

namespace mingbai::reimbursement {

template <class Sum>
[[gnu::always_inline]] constexpr Sum least(Sum a, Sum b) {
  return a < b ? a : b;
}

// a − b, or nothing where b is more.
template <class Sum>
[[gnu::always_inline]] constexpr Sum above(Sum a, Sum b) {
  const Sum rest = a - b;
  return rest > Sum{} ? rest : Sum{};
}

// What counts of the insurance year before a claim. What deductibles were paid is told apart by where and
// when; `deductible_cost` is the cost that met a yearly deductible so far, paid as deductible or not.
struct YearSoFar {
  std::int64_t eligible_self_pay = 0;
  std::int64_t fund_paid = 0;
  std::int64_t deductible_cost = 0;
  std::int64_t deductible_paid = 0;
  std::int64_t deductible_paid_provider = 0;
  std::int64_t deductible_paid_quarter = 0;
  std::int64_t deductible_paid_month = 0;
};

struct Totals {
  std::int64_t total = 0;
  std::int64_t eligible = 0;
  std::int64_t deductible = 0;
  std::int64_t deductible_cost = 0;  // what met a yearly deductible
  std::int64_t fund = 0;
  std::int64_t major_illness = 0;
  bool determined = true;
  bool lacks_rule = false;
  bool benefits = true;
  policy::Status basis = policy::Status::in_force;
};

// What a line says in both languages, without keeping it: of the pack, or written here.
struct Words {
  std::string_view zh;
  std::string_view en;
  constexpr Words(std::string_view chinese, std::string_view english) : zh(chinese), en(english) {}
  Words(const Text& text) : zh(text.zh), en(text.en) {}
  Text kept() const { return {std::string(zh), std::string(en)}; }
};

// It borrows from the policy.
struct RecordedLine {
  std::string_view key;
  Words label;
  Text formula;
  std::int64_t amount;
  std::int64_t balance;
  Bearer bearer;
  bool unfiled_only;
  const policy::Authority* authority;  // nothing: it only adds up, and cites the next line's
};

struct Explaining {
  static constexpr bool records = true;
  policy::Names unknown;
  std::vector<RecordedLine> lines;
  void line(RecordedLine&& line) { lines.push_back(std::move(line)); }
};

struct Silent {
  static constexpr bool records = false;
  policy::NoNames unknown;
};

}  // namespace mingbai::reimbursement
