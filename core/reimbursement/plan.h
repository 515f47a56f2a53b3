#pragma once
// A plan (算法): what the benefit that covers a claim comes to once the facts that choose are looked at. For
// every step whether it concerns the claim, and the figure it works with; no sum of money yet. Claims that
// agree in the facts a policy asks about share one plan, which is what batches live on.
//
// The conditions of the benefit are judged with it, all of them.
//
// Every step is asked even where a rule or a fact is lacking, so that all lacking facts are named at once;
// `stop` says how far the sums may go. A plan borrows from its edition and may be used again: making one
// into a plan that has been used allocates nothing.

#include <vector>

#include "core/policy/edition.h"
#include "core/reimbursement/claim.h"

namespace mingbai::reimbursement {

enum class Why : std::uint8_t { concerns, does_not_concern, no_rule, fact_missing };

struct PlannedStep {
  Why why = Why::does_not_concern;
  std::int64_t figure = 0;                       // fen, or basis points; subtract: 1
  std::int64_t second_figure = 0;                // second_tier: basis points
  const policy::Authority* authority = nullptr;  // of the figure; of a premise its own
  const policy::Authority* second = nullptr;     // second_tier: of the ratio
  const policy::Authority* cited = nullptr;      // what its line names
  bool merged = false;                           // deductible: the stay continues one that has paid it
  bool concerns() const { return why == Why::concerns; }
};

struct Plan {
  const policy::Benefit* benefit = nullptr;  // nothing: none covers the claim
  std::vector<PlannedStep> steps;            // as the benefit's
  std::size_t stop = 0;                      // steps from here on move nothing
  bool determined = false;
  bool lacks_rule = false;
  bool benefits = true;  // a condition of the benefit that is not met: the fund pays nothing
  std::vector<const policy::Requirement*> unmet;    // conditions, and what is only remarked
  policy::Status basis = policy::Status::in_force;  // the weakest status its steps use
};

// The benefit for the kind of care, best first; `unknown` says that a fact decides whether one before it
// covers the claim.
template <class Sink>
const policy::Benefit* covering(const policy::Edition& edition, Care care, const policy::Facts& facts,
                                Sink& names, bool& unknown) {
  for (const policy::Benefit* benefit : edition.benefits) {
    if ((benefit->care_bits & (1u << static_cast<unsigned>(care))) == 0) continue;
    const policy::Truth truth = policy::evaluate(edition.policy->programs, benefit->when, facts, names);
    if (truth == policy::Truth::yes) return benefit;
    unknown = unknown || truth == policy::Truth::unknown;
  }
  return nullptr;
}

// Of the step's own source and its figure's the weaker counts; the step's where they are equally strong.
const policy::Authority* cited(const policy::Edition&, const policy::Step&, const policy::Authority* figure);

// Whether the stay continues another one and the step asks for no new deductible then.
bool merged(const policy::Edition&, const policy::Step&, const policy::Facts&);

template <class Sink>
class Planning {
 public:
  Planning(const policy::Edition& edition, const policy::Facts& facts, Sink& names, Plan& plan)
      : edition_(edition), facts_(facts), names_(names), plan_(plan) {}

  void cover(Care care) {
    plan_.benefit = nullptr;
    plan_.steps.clear();
    plan_.stop = 0;
    plan_.lacks_rule = false;
    plan_.benefits = true;
    plan_.unmet.clear();
    plan_.basis = policy::Status::in_force;
    plan_.determined = facts_.known(policy::Fact::claim_total);
    if (!plan_.determined) names_.push(policy::Fact::claim_total);
    bool unknown = false;
    const policy::Benefit* benefit = covering(edition_, care, facts_, names_, unknown);
    if (benefit == nullptr || unknown) {
      plan_.determined = false;
      plan_.lacks_rule = !unknown;
      return;
    }
    plan_.benefit = benefit;
    use(&benefit->authority);
    for (const policy::Step& step : benefit->steps) {
      const bool going = plan_.determined;
      plan_.steps.push_back(planned(step));
      if (going) ++plan_.stop;
      if (going && !plan_.determined) --plan_.stop;
    }
    for (const policy::Requirement* condition : edition_.conditions[static_cast<std::size_t>(care)])
      judge(*condition);
  }

 private:
  // An open condition does not hold up the sums: what it asks for is named beside them.
  void judge(const policy::Requirement& condition) {
    const auto& programs = edition_.policy->programs;
    if (policy::evaluate(programs, condition.when, facts_, names_) != policy::Truth::yes) return;
    if (policy::evaluate(programs, condition.must, facts_, names_) != policy::Truth::no) return;
    plan_.unmet.push_back(&condition);
    if (condition.effect != policy::Effect::no_benefit) return;
    plan_.benefits = false;
    use(&condition.authority);
  }

  void use(const policy::Authority* authority) {
    if (authority != nullptr && plan_.determined)
      plan_.basis = policy::weaker(plan_.basis, authority->source.status);
  }
  void lack_rule() {
    plan_.lacks_rule = plan_.lacks_rule || plan_.determined;
    plan_.determined = false;
  }
  void lack_fact() { plan_.determined = false; }

  PlannedStep planned(const policy::Step& step) {
    using policy::StepKind;
    if (step.kind == StepKind::second_tier) return second_tier(step);
    PlannedStep out;
    switch (policy::evaluate(edition_.policy->programs, step.when, facts_, names_)) {
      case policy::Truth::no:
        return out;
      case policy::Truth::unknown:
        out.why = Why::fact_missing;
        lack_fact();
        break;
      case policy::Truth::yes:
        out.why = Why::concerns;
        break;
    }
    if (step.kind == StepKind::premise || (step.kind == StepKind::subtract && step.authority)) {
      if (!own_rule(step, out)) return out;
    }
    if (step.kind == StepKind::subtract) {
      if (!facts_.known(step.fact)) {
        names_.push(step.fact);
        lack_fact();
      }
      out.figure = 1;
      out.cited = cited(edition_, step, nullptr);
    } else if (step.kind != StepKind::premise) {
      figure(step, out);
      out.merged = step.kind == StepKind::deductible && merged(edition_, step, facts_);
      if (out.merged) out.figure = 0;
    }
    return out;
  }

  // A step that rests on its own source alone: outside its dates it is not there.
  bool own_rule(const policy::Step& step, PlannedStep& out) {
    out.authority = out.cited = &*step.authority;
    if (!step.authority->source.effective.contains(edition_.day)) {
      out.why = Why::does_not_concern;
      return false;
    }
    if (!edition_.statuses.allows(step.authority->source.status)) lack_rule();
    if (step.kind == policy::StepKind::premise) use(out.authority);
    return true;
  }

  void figure(const policy::Step& step, PlannedStep& out) {
    policy::Figure found;
    auto answer = policy::Lookup::none;
    if (step.table) {
      answer = policy::look_up(edition_, *step.table, facts_, found, names_);
    } else if (step.parameter && edition_.parameters[*step.parameter].authority != nullptr) {
      found = edition_.parameters[*step.parameter];
      answer = policy::Lookup::found;
    }
    if (answer == policy::Lookup::none) lack_rule();
    if (answer == policy::Lookup::unknown) lack_fact();
    if (answer != policy::Lookup::found) return;
    out.figure = found.value;
    out.authority = found.authority;
    out.cited = cited(edition_, step, found.authority);
    use(out.authority);
    use(out.cited);
  }

  // Major illness insurance never holds up the basic payment: without a rule or a fact it pays nothing.
  PlannedStep second_tier(const policy::Step& step) {
    PlannedStep out;
    const auto& threshold = edition_.parameters[*step.parameter];
    const auto& ratio = edition_.parameters[*step.ratio];
    const bool own = step.authority && policy::holds(*step.authority, edition_.day, edition_.statuses);
    out.cited = own ? &*step.authority : &plan_.benefit->authority;
    if (threshold.authority == nullptr || ratio.authority == nullptr) {
      out.why = Why::no_rule;
      return out;
    }
    switch (policy::evaluate(edition_.policy->programs, step.when, facts_, names_)) {
      case policy::Truth::no:
        return out;
      case policy::Truth::unknown:
        out.why = Why::fact_missing;
        return out;
      case policy::Truth::yes:
        break;
    }
    out = {Why::concerns,       threshold.value, ratio.value,
           threshold.authority, ratio.authority, cited(edition_, step, ratio.authority)};
    use(out.authority);
    use(out.second);
    return out;
  }

  const policy::Edition& edition_;
  const policy::Facts& facts_;
  Sink& names_;
  Plan& plan_;
};

template <class Sink>
void make_plan(const policy::Edition& edition, Care care, const policy::Facts& facts, Sink& names,
               Plan& plan) {
  Planning<Sink>(edition, facts, names, plan).cover(care);
}

}  // namespace mingbai::reimbursement
