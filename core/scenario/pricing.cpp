#include "core/scenario/pricing.h"

#include <algorithm>
#include <tuple>

#include "core/reimbursement/claim_facts.h"
#include "core/reimbursement/evaluate.h"
#include "core/reimbursement/ledger.h"
#include "core/reimbursement/situation.h"
#include "core/scenario/claim_fields.h"

namespace mingbai::scenario {

using reimbursement::Claim;
using reimbursement::Plan;
using reimbursement::Totals;

void Priced::resize(std::size_t rows, std::size_t steps) {
  for (auto* column : {&eligible, &fund, &major_illness, &self}) column->resize(rows);
  plan.resize(rows);
  if (moved.size() < steps) moved.resize(steps);
  for (auto& column : moved) column.resize(rows);
}

namespace {

bool same(const Plan& a, const Plan& b) {
  const auto facts = [](const Plan& p) {
    return std::tuple(p.benefit, p.stop, p.determined, p.lacks_rule, p.benefits);
  };
  return facts(a) == facts(b) && a.unmet == b.unmet &&
         std::ranges::equal(a.steps, b.steps, [](const auto& x, const auto& y) {
           return std::tuple(x.why, x.figure, x.second_figure, x.authority, x.second, x.cited) ==
                  std::tuple(y.why, y.figure, y.second_figure, y.authority, y.second, y.cited);
         });
}

std::optional<policy::DeductibleWay> way_of(const Plan& plan) {
  for (std::size_t at = 0; at < plan.steps.size(); ++at)
    if (plan.benefit->steps[at].kind == policy::StepKind::deductible && plan.steps[at].concerns())
      return plan.benefit->steps[at].way;
  return std::nullopt;
}

}  // namespace

struct Pricing::Inside {
  const policy::Policy* policy;
  policy::StatusSet statuses;
  std::optional<Date> as_of;
  bool with_steps;
  std::size_t steps;  // of the longest benefit
  policy::Editions editions;
  std::vector<std::unique_ptr<Plan>> plans;

  std::uint32_t keep(Plan plan) {
    for (std::size_t i = 0; i < plans.size(); ++i)
      if (same(*plans[i], plan)) return static_cast<std::uint32_t>(i);
    plans.push_back(std::make_unique<Plan>(std::move(plan)));
    return static_cast<std::uint32_t>(plans.size() - 1);
  }

  // One row by itself. `ledger` is the person's year before it, and afterwards.
  void one(const Claims& claims, std::size_t row, bool first, reimbursement::Ledger& ledger, Priced& out) {
    Claim claim = claim_at(claims, row);
    claim.statuses = statuses;
    claim.as_of = as_of;
    if (!claim.discharged)
      claim.discharged =
          claim.care == reimbursement::Care::outpatient && claim.admitted ? claim.admitted : as_of;
    const std::string year = claim.discharged ? to_iso(*claim.discharged).substr(0, 4) : "";
    if (first)
      ledger = claim.ledger;
    else if (ledger.year != year)
      ledger = {};
    claim.ledger = ledger;
    claim.ledger.year = year;
    const auto situation = reimbursement::situation_of(claim, claim.insured.region.value_or(policy->region));
    const auto facts = reimbursement::facts_of(*policy, claim, situation.remote);
    Plan plan;
    reimbursement::Silent silent;
    if (claim.care && claim.discharged)
      make_plan(editions.of(*policy, *claim.discharged, statuses), *claim.care, facts, silent.unknown, plan);
    std::vector<std::int64_t> moves(steps + 1);
    const Totals totals = evaluate(plan, facts, year_so_far(claim), silent, moves.data());
    const bool pays = totals.determined && totals.benefits;
    ledger = pays ? after(claim.ledger, claim, totals, way_of(plan)) : claim.ledger;
    out.eligible[row] = totals.eligible;
    out.fund[row] = totals.fund;
    out.major_illness[row] = totals.major_illness;
    out.self[row] = totals.total - totals.fund - totals.major_illness;
    for (std::size_t at = 0; at < out.moved.size(); ++at) out.moved[at][row] = pays ? moves[at] : 0;
    out.plan[row] = keep(std::move(plan));
  }
};

Pricing::Pricing(const policy::Policy& policy, policy::StatusSet statuses, std::optional<Date> as_of,
                 bool with_steps)
    : inside_(new Inside{&policy, statuses, as_of, with_steps, 0, {}, {}}) {
  for (const auto& benefit : policy.benefits) inside_->steps = std::max(inside_->steps, benefit.steps.size());
}
Pricing::~Pricing() = default;
Pricing::Pricing(Pricing&&) noexcept = default;

void Pricing::price(const Claims& claims, Priced& out) {
  out.resize(claims.rows(), inside_->with_steps ? inside_->steps : 0);
  reimbursement::Ledger ledger;
  for (std::size_t person = 0; person < claims.people(); ++person)
    for (std::size_t row = claims.first[person]; row < claims.first[person + 1]; ++row)
      inside_->one(claims, row, row == claims.first[person], ledger, out);
}

const policy::Policy& Pricing::policy() const { return *inside_->policy; }
const Plan& Pricing::plan(std::uint32_t number) const { return *inside_->plans[number]; }
std::size_t Pricing::plans() const { return inside_->plans.size(); }

}  // namespace mingbai::scenario
