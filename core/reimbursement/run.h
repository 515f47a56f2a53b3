#pragma once
// One evaluation of a benefit's steps over a claim's facts. The steps under steps/ move money here.
//
// `balance` is the part of the cost that no step has given to anybody yet; `eligible` follows it down to the
// first deductible or share. Once a rule or a fact is lacking the run is no longer `determined`: no step
// moves money any more, but all of them are still asked, so that every lacking fact is named at once.
//
// Recorder is Explaining (lines with words, names of unknown facts) or Silent (neither; nothing is
// allocated). Both go through the same code, so they cannot disagree.

#include "core/policy/edition.h"
#include "core/reimbursement/settle.h"

namespace mingbai::reimbursement {

struct YearSoFar {
  std::int64_t eligible_self_pay = 0;
  std::int64_t fund_paid = 0;
  std::int64_t deductible_paid = 0;
};

struct Totals {
  std::int64_t total = 0;
  std::int64_t eligible = 0;
  std::int64_t deductible = 0;
  std::int64_t fund = 0;
  std::int64_t major_illness = 0;
  bool determined = true;
  bool lacks_rule = false;
  policy::Status basis = policy::Status::in_force;
};

struct RecordedLine {
  std::string key;
  Text label;
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
  void line(RecordedLine line) { lines.push_back(std::move(line)); }
};

struct Silent {
  static constexpr bool records = false;
  policy::NoNames unknown;
};

template <class Recorder>
struct Run {
  const policy::Edition& edition;
  const policy::Facts& facts;
  const YearSoFar& year;
  const policy::Benefit& benefit;
  Recorder& recorder;
  Totals totals{};
  std::int64_t balance = 0;

  // The share the fund pays is stated once nothing can lower it any more.
  struct FundShare {
    const policy::Authority* authority = nullptr;
    std::int64_t base = 0;
    std::int64_t before_ceiling = 0;
    std::int32_t basis_points = 0;
  } fund_share{};

  bool going() const { return totals.determined; }

  void use(const policy::Authority* authority) {
    if (authority != nullptr) totals.basis = policy::weaker(totals.basis, authority->source.status);
  }
  void lack_rule() {
    if (totals.determined) totals.lacks_rule = true;
    totals.determined = false;
  }
  void lack_fact() { totals.determined = false; }

  policy::Truth concerns(const policy::Step& step) {
    return policy::evaluate(edition.policy->programs, step.when, facts, recorder.unknown);
  }

  // The figure a step works with, or nothing when a rule or a fact is lacking.
  const policy::Figure* figure(const policy::Step& step, policy::Figure& found) {
    auto answer = policy::Lookup::none;
    if (step.table) {
      answer = policy::look_up(edition, *step.table, facts, found, recorder.unknown);
    } else if (step.parameter && edition.parameters[*step.parameter].authority != nullptr) {
      found = edition.parameters[*step.parameter];
      answer = policy::Lookup::found;
    }
    if (answer == policy::Lookup::none) lack_rule();
    if (answer == policy::Lookup::unknown) lack_fact();
    return answer == policy::Lookup::found ? &found : nullptr;
  }

  // Of the step's own source and its figure's the weaker counts; the step's where they are equally strong.
  const policy::Authority* cited(const policy::Step& step, const policy::Authority* figure) const {
    const auto* own = step.authority ? &*step.authority : nullptr;
    if (own != nullptr && !policy::holds(*own, edition.day, edition.statuses)) own = nullptr;
    if (own == nullptr || figure == nullptr) return own == nullptr ? figure : own;
    return policy::weaker(own->source.status, figure->source.status) == own->source.status ? own : figure;
  }
};

}  // namespace mingbai::reimbursement
