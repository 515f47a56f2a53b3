#include "core/contract/coverage.h"

#include <algorithm>

#include "core/contract/fault.h"
#include "core/contract/json.h"
#include "core/contract/messages.h"
#include "core/eligibility/application_facts.h"
#include "core/eligibility/derived_facts.h"
#include "core/eligibility/judgement.h"
#include "core/policy/edition.h"
#include "core/policy/library.h"
#include "core/policy/wording.h"
#include "core/reimbursement/claim_facts.h"
#include "core/reimbursement/keys.h"
#include "core/reimbursement/situation.h"

namespace mingbai::contract {
namespace {

using policy::Authority;
using policy::Edition;
using policy::Facts;
using policy::Requirement;
using policy::Truth;

// Parameters that the engine takes by name, for the cost outside the days around an operation.
constexpr std::string_view days_around_an_operation[]{"day_surgery_days_before", "day_surgery_days_after"};

std::string key_of(const Authority& authority) {
  const auto& source = authority.source;
  return authority.place + '|' + std::to_string(source.effective.from.days) + '|' +
         std::string(to_key(source.status));
}

Truth holds(const Edition& edition, policy::Predicate predicate, const Facts& facts) {
  policy::NoNames nobody;
  return policy::evaluate(edition.policy->programs, predicate, facts, nobody);
}

// What a predicate's outcome says about a requirement: nothing where it does not concern the case.
std::optional<bool> outcome(const Edition& edition, const Requirement& requirement, const Facts& facts) {
  if (holds(edition, requirement.when, facts) != Truth::yes) return std::nullopt;
  const Truth must = holds(edition, requirement.must, facts);
  if (must == Truth::unknown) return std::nullopt;
  return must == Truth::yes;
}

std::vector<const Requirement*> requirements_of(const Edition& edition, auto wanted) {
  return policy::chosen(
      edition.policy->requirements, edition.day, edition.statuses,
      [](const Requirement& r) -> const std::string& { return r.code; }, wanted);
}

}  // namespace

Coverage::Coverage(const policy::Library& library) {
  for (const auto id : library.ids())
    for (const auto& [file, text] : library.find(id)->cases) run(library, text, nullptr);
}

Coverage::Coverage(const policy::Library& library, const policy::Policy& asked) {
  const auto* base = asked.overlay_of.empty() ? &asked : library.find(asked.overlay_of);
  if (base == nullptr) return;
  for (const auto& [file, text] : base->cases) run(library, text, &asked);
}

// `asked` alone where it is given, also in place of its base.
void Coverage::run(const policy::Library& library, const std::string& case_text,
                   const policy::Policy* asked) {
  const auto json = parse_json(case_text);
  if (!json) return;
  const Json* command = member(*json, "command");
  const Json* input = member(*json, "input");
  if (command == nullptr || input == nullptr || !input->is_object()) return;
  Json request = *input;
  const Json* policy = member(request, "policy");
  if (asked != nullptr && (policy == nullptr || (*policy != asked->id && *policy != asked->overlay_of)))
    return;
  if (asked != nullptr) request["policy"] = asked->id;
  if (*command == "check") check_case(library, dump(request));
  if (*command == "settle") settle_case(library, dump(request));
  if (*command == "score") score_case(library, dump(request));
}

void Coverage::mark(const Authority& authority, bool met) {
  Sides& sides = shown_[key_of(authority)];
  (met ? sides.met : sides.failed) = true;
}

const Coverage::Sides& Coverage::of(const Authority& authority) const {
  static const Sides none;
  const auto it = shown_.find(key_of(authority));
  return it == shown_.end() ? none : it->second;
}

void Coverage::mark_text(const policy::Edition& edition, const Text& text) {
  for (const auto index : policy::parameters_in(*edition.policy, text))
    if (const Authority* used = edition.parameters[index].authority) mark(*used, true);
}

template <class Wanted>
void Coverage::mark_notes(const policy::Edition& edition, const policy::Facts& facts, Wanted wanted) {
  for (const policy::Note* note : policy::chosen(
           edition.policy->notes, edition.day, edition.statuses,
           [](const policy::Note& n) -> const std::string& { return n.id; }, wanted))
    if (holds(edition, note->when, facts) == Truth::yes) {
      mark(note->authority, true);
      mark_text(edition, note->text);
    }
}

void Coverage::check_case(const policy::Library& library, const std::string& request) {
  const auto application = read_application(library, request);
  if (!application || !application->as_of || application->kind.empty()) return;
  const policy::Policy* policy = library.find(application->policy);
  if (policy == nullptr) return;
  Facts facts = eligibility::facts_of(*policy, *application);
  eligibility::derive(*policy, *application, facts);
  const Edition edition = policy::compile(*policy, *application->as_of, application->statuses);
  for (const Requirement* requirement : requirements_of(edition, [&](const Requirement& r) {
         return r.care.empty() && eligibility::concerns(r.kinds, application->kind);
       })) {
    if (const auto met = outcome(edition, *requirement, facts)) mark(requirement->authority, *met);
    for (const Text* text : {&requirement->message, &requirement->remedy, &requirement->met})
      mark_text(edition, *text);
  }
  mark_notes(edition, facts, [&](const policy::Note& n) {
    return std::ranges::find(n.kinds, application->kind) != n.kinds.end();
  });
  mark_documents(edition, facts, *application);
  mark_entries(*policy, *application);
  const auto result = eligibility::check(library, *application);
  for (const policy::DecisionRule* rule : policy::chosen(
           policy->decisions, edition.day, edition.statuses,
           [](const policy::DecisionRule& d) -> const std::string& { return d.id; },
           [&](const policy::DecisionRule& d) {
             return eligibility::concerns(d.kinds, application->kind);
           })) {
    const bool decides =
        result.verdict == eligibility::Verdict::eligible && holds(edition, rule->when, facts) == Truth::yes;
    mark(rule->authority, decides);
    if (decides && rule->months && edition.parameters[*rule->months].authority != nullptr)
      mark(*edition.parameters[*rule->months].authority, true);
  }
}

// Rows and values of a score are told by their place, which is theirs alone.
void Coverage::score_case(const policy::Library& library, const std::string& request) {
  const auto asked = read_score_request(library, request);
  if (!asked) return;
  for (const std::string& place : institution_payment::score(library, *asked).used) shown_[place].met = true;
}

void Coverage::settle_case(const policy::Library& library, const std::string& request) {
  const auto claim = read_claim(library, request);
  if (!claim || !claim->care) return;
  const policy::Policy* policy = library.find(claim->policy);
  if (policy == nullptr) return;
  const bool visit = claim->care == reimbursement::Care::outpatient && claim->admitted;
  const auto day = claim->discharged ? claim->discharged : visit ? claim->admitted : claim->as_of;
  if (!day) return;
  const auto situation = reimbursement::situation_of(*claim, claim->insured.region.value_or(policy->region));
  const Facts facts = reimbursement::facts_of(*policy, *claim, situation.remote);
  const Edition edition = policy::compile(*policy, *day, claim->statuses);
  const std::uint32_t bit = 1u << static_cast<unsigned>(*claim->care);
  const bool pays = reimbursement::settle(library, *claim).fund_pay.fen > 0;

  mark_entries(*policy, *claim, *day);
  const policy::Benefit* covering = nullptr;
  for (const policy::Benefit* benefit : edition.benefits)
    if (covering == nullptr && (benefit->care_bits & bit) != 0 &&
        holds(edition, benefit->when, facts) == Truth::yes)
      covering = benefit;
  for (const policy::Benefit& benefit : policy->benefits) {
    if ((benefit.care_bits & bit) == 0) continue;
    if (&benefit == covering) mark(benefit.authority, true);
    if (&benefit != covering || !pays) mark(benefit.authority, false);
  }
  for (const Requirement* requirement :
       requirements_of(edition, [&](const Requirement& r) { return (r.care_bits & bit) != 0; }))
    if (const auto met = outcome(edition, *requirement, facts)) mark(requirement->authority, *met);
  mark_notes(edition, facts, [&](const policy::Note& n) {
    return std::ranges::find(n.care, reimbursement::to_key(*claim->care)) != n.care.end();
  });
  if (covering == nullptr) return;

  policy::NoNames nobody;
  for (const policy::Step& step : covering->steps) {
    if (holds(edition, step.when, facts) != Truth::yes) continue;
    for (const auto parameter : {step.parameter, step.ratio})
      if (parameter && edition.parameters[*parameter].authority != nullptr)
        mark(*edition.parameters[*parameter].authority, true);
    policy::Figure figure;
    if (step.table && policy::look_up(edition, *step.table, facts, figure, nobody) == policy::Lookup::found)
      mark(*figure.authority, true);
  }
  for (const std::string_view name : days_around_an_operation)
    if (const auto index = policy->parameter_index(name); index && claim->operated && !claim->items.empty())
      if (const Authority* used = edition.parameters[*index].authority) mark(*used, true);
}

// Its own, and not excused.
bool Coverage::asked_for(const policy::Policy& policy, const Authority& authority) {
  const bool excused = !authority.untested.empty() && authority.source.status != policy::Status::in_force;
  const std::string& folder = policy.overlay_of.empty() ? policy.id : policy.overlay_of;
  return authority.place.starts_with(folder + "/") && !excused;
}

Finding Coverage::lacking(const Authority& authority, const std::string& name, std::string_view side) {
  return finding(Fault::not_exercised, authority.place,
                 name + " (" + std::string(side) + ", " + std::string(to_key(authority.source.status)) + ")");
}

Findings Coverage::uncovered(const policy::Policy& policy) const {
  Findings out;
  const auto ask = [&](const Authority& authority, const std::string& name, bool both, std::string_view met,
                       std::string_view failed) {
    if (!asked_for(policy, authority)) return;
    const Sides& sides = of(authority);
    const auto scored = shown_.find(authority.place);
    if (!both && scored != shown_.end()) return;
    if (!sides.met) out.push_back(lacking(authority, name, met));
    if (both && !sides.failed) out.push_back(lacking(authority, name, failed));
  };
  for (const Requirement& r : policy.requirements) ask(r.authority, r.code, true, "met", "not met");
  for (const auto& b : policy.benefits)
    ask(b.authority, b.id, true, "covers", "does not cover or pays nothing");
  for (const auto& d : policy.decisions) ask(d.authority, d.id, true, "decides", "is not reached");
  for (const auto& table : policy.tables)
    for (const auto& row : table.rows) ask(row.authority, table.id, false, "looked up", "");
  for (const auto& parameter : policy.parameters)
    for (const auto& value : parameter.values) ask(value.authority, parameter.id, false, "used", "");
  for (const auto& d : policy.required_documents) ask(d.authority, d.key, true, "held", "not held");
  for (const auto& d : policy.never_asked) ask(d.authority, d.key, false, "told", "");
  for (const auto& n : policy.notes) ask(n.authority, n.id, false, "told", "");
  ask_entries(policy, out);
  return out;
}

Findings newly_uncovered(const policy::Library& library, const policy::Policy& overlay) {
  const auto* base = library.find(overlay.overlay_of);
  if (base == nullptr || base->cases.empty()) return {};
  const Findings before = Coverage(library, *base).uncovered(*base);
  Findings out = Coverage(library, overlay).uncovered(overlay);
  std::erase_if(out, [&](const Finding& finding) {
    return std::ranges::any_of(
        before, [&](const Finding& old) { return old.fact == finding.fact && old.actual == finding.actual; });
  });
  return out;
}

}  // namespace mingbai::contract
