#include "core/reimbursement/settle.h"

#include <algorithm>

#include "core/contract/fault.h"
#include "core/policy/editions.h"
#include "core/policy/library.h"
#include "core/policy/missing.h"
#include "core/policy/wording.h"
#include "core/reimbursement/claim_facts.h"
#include "core/reimbursement/evaluate.h"
#include "core/reimbursement/keys.h"
#include "core/reimbursement/lack.h"
#include "core/reimbursement/ledger.h"
#include "core/reimbursement/situation.h"

namespace mingbai::reimbursement {
namespace {

using policy::Fact;

std::optional<Date> rule_day(const Claim& claim) {
  if (claim.discharged) return claim.discharged;
  if (claim.care == Care::outpatient && claim.admitted) return claim.admitted;
  return claim.as_of;
}

std::vector<Line> explained(Explaining& record, const policy::Benefit* benefit) {
  std::vector<Line> out;
  out.reserve(record.lines.size());
  for (std::size_t i = 0; i < record.lines.size(); ++i) {
    RecordedLine& line = record.lines[i];
    const policy::Authority* cited = nullptr;
    for (std::size_t next = i; next < record.lines.size() && cited == nullptr; ++next)
      cited = record.lines[next].authority;
    for (std::size_t before = i; before > 0 && cited == nullptr; --before)
      cited = record.lines[before - 1].authority;
    if (cited == nullptr && benefit != nullptr) cited = &benefit->authority;
    out.push_back({std::string(line.key), Money{line.amount}, Money{line.balance}, line.label.kept(),
                   std::move(line.formula), cited == nullptr ? policy::Source{} : stated(*cited), line.bearer,
                   line.unfiled_only});
  }
  return out;
}

RecordedLine closing_line(const Totals& totals) {
  const std::int64_t self = totals.total - totals.fund - totals.major_illness;
  std::string formula = shown(totals.total) + " − " + shown(totals.fund);
  if (totals.major_illness != 0) formula += " − " + shown(totals.major_illness);
  return {"self_pay",
          {"个人支付合计", "You pay in all"},
          same_in_both(formula + " = " + shown(self)),
          self,
          0,
          Bearer::none,
          false,
          nullptr};
}

void add_notes(Settlement& out, const policy::Edition& edition, const Claim& claim,
               const policy::Facts& facts, const Situation& situation) {
  if (situation.set_aside)
    out.notes.push_back(
        {"临时外出就医（非急诊且未转诊）按未备案计算，已有的备案不改变待遇。",
         "A temporary stay elsewhere, neither an emergency nor referred, is priced as unfiled; the "
         "filing held does not change that."});
  else if (situation.applied != nullptr)
    out.notes.push_back(
        {"按 " + to_iso(situation.applied->from) + " 起的异地就医备案计算。",
         "Priced by the remote-care filing that began on " + to_iso(situation.applied->from) + "."});
  policy::NoNames nobody;
  for (const policy::Note* note : edition.notes[static_cast<std::size_t>(*claim.care)])
    if (policy::evaluate(edition.policy->programs, note->when, facts, nobody) == policy::Truth::yes)
      out.notes.push_back(policy::filled(note->text, edition, facts));
}

void state_totals(Settlement& out, const Totals& totals) {
  out.determined = totals.determined;
  out.total = {totals.total};
  out.eligible = {totals.eligible};
  out.deductible = {totals.deductible};
  out.fund_pay = {totals.fund};
  out.major_illness_pay = {totals.major_illness};
  out.self_pay = out.total - out.fund_pay - out.major_illness_pay;
  out.basis = totals.basis;
}

Finding other_year(const Ledger& ledger, Date day) {
  return contract::finding(contract::Fault::ledger_of_another_year, "ledger.year", ledger.year,
                           {to_iso(day).substr(0, 4)});
}

Finding unmet(const policy::Requirement& condition, const policy::Edition& edition,
              const policy::Facts& facts) {
  const auto fact = policy::find_fact(condition.fact);
  Finding out{condition.code,
              condition.fact,
              std::nullopt,
              condition.allowed,
              policy::filled(condition.message, edition, facts),
              policy::filled(condition.remedy, edition, facts),
              stated(condition.authority)};
  if (fact && facts.known(*fact)) out.actual = facts.written(*fact);
  return out;
}

// Without the benefit only the bill and what the person pays of it are left; they cite the conditions.
void leave_bill(Explaining& record, const Plan& plan) {
  record.lines.erase(record.lines.begin() + 1, record.lines.end());
  for (const policy::Requirement* condition : plan.unmet)
    if (condition->effect == policy::Effect::no_benefit && record.lines.front().authority == nullptr)
      record.lines.front().authority = &condition->authority;
}

std::optional<policy::DeductibleWay> way_of(const Plan& plan) {
  for (std::size_t at = 0; at < plan.steps.size(); ++at)
    if (plan.benefit->steps[at].kind == policy::StepKind::deductible && plan.steps[at].concerns())
      return plan.benefit->steps[at].way;
  return std::nullopt;
}

}  // namespace

Settlement settle(const policy::Library& library, const Claim& claim) {
  policy::Editions editions;
  return settle(library, claim, editions);
}

Settlement settle(const policy::Library& library, const Claim& asked, policy::Editions& editions) {
  const auto day = rule_day(asked);
  std::optional<Claim> begun;  // the claim with its year from nothing, where the ledger is another's
  if (day && !is_of_year(asked.ledger, *day)) begun.emplace(asked).ledger = Ledger{};
  const Claim& claim = begun ? *begun : asked;
  Settlement out;
  out.as_of = claim.as_of;
  out.total = claim.bill.total.value_or(Money{});
  out.own_expense = claim.bill.own_expense;
  out.eligible =
      out.total - std::min(out.total, claim.bill.own_expense + claim.bill.over_limit + claim.bill.upfront);
  out.self_pay = out.total;
  out.ledger = asked.ledger;
  const policy::Policy* policy = library.find(claim.policy);
  if (policy == nullptr) {
    out.findings.push_back(contract::finding(contract::Fault::unknown_policy, "policy", claim.policy));
    return out;
  }
  out.policy_id = policy->id;
  out.policy_version = policy->version;

  const Situation situation = situation_of(claim, claim.insured.region.value_or(policy->region));
  out.remote = situation.remote;
  const policy::Facts facts = facts_of(*policy, claim, situation.remote);
  Explaining record;
  if (!claim.care) record.unknown.push(Fact::claim_care);
  if (!claim.discharged && !(claim.care == Care::outpatient && claim.admitted))
    record.unknown.push(Fact::claim_discharged);
  if (!claim.care || !day) {
    if (!claim.bill.total) record.unknown.push(Fact::claim_total);
    out.missing = missing_facts(*policy, record.unknown.facts);
    return out;
  }

  const policy::Edition& edition = editions.of(*policy, *day, claim.statuses);
  Plan plan;
  make_plan(edition, *claim.care, facts, record.unknown, plan);
  record.lines.reserve(2 * plan.steps.size() + 2);
  const Totals totals = evaluate(plan, facts, year_so_far(claim), record);
  state_totals(out, totals);
  if (totals.determined && !totals.benefits) leave_bill(record, plan);
  if (totals.determined) record.line(closing_line(totals));
  out.lines = explained(record, plan.benefit);
  out.missing = missing_facts(*policy, record.unknown.facts);
  if (totals.lacks_rule) out.findings.push_back(no_rule(*policy, *day, claim, facts));
  for (const policy::Requirement* condition : plan.unmet)
    out.findings.push_back(unmet(*condition, edition, facts));
  if (begun && !is_empty(asked.ledger)) out.findings.push_back(other_year(asked.ledger, *day));
  if (totals.determined && totals.benefits) out.ledger = after(claim.ledger, claim, totals, way_of(plan));
  if (out.ledger.year.empty()) out.ledger.year = to_iso(*day).substr(0, 4);
  add_notes(out, edition, claim, facts, situation);
  return out;
}

}  // namespace mingbai::reimbursement
