#include "core/institution_payment/score.h"

#include "core/contract/fault.h"
#include "core/institution_payment/case_facts.h"
#include "core/institution_payment/scoring.h"
#include "core/policy/library.h"
#include "core/policy/missing.h"
#include "core/reimbursement/lack.h"

namespace mingbai::institution_payment {
namespace {

using policy::Fact;
using policy::ScoreStepKind;

const policy::ScoreRule* rule_for(const policy::Policy& policy, policy::ScoreSubject subject, Date day,
                                  policy::StatusSet statuses) {
  const auto found = policy::chosen(
      policy.payment.rules, day, statuses,
      [](const policy::ScoreRule& r) -> const std::string& { return r.id; },
      [&](const policy::ScoreRule& r) { return r.subject == subject; });
  return found.empty() ? nullptr : found.front();
}

// Something to cite where the pack says nothing on the matter.
const policy::Authority* any_rule(const policy::Policy& policy) {
  if (!policy.payment.rules.empty()) return &policy.payment.rules.front().authority;
  if (!policy.requirements.empty()) return &policy.requirements.front().authority;
  return policy.benefits.empty() ? nullptr : &policy.benefits.front().authority;
}

Finding no_rule(const policy::Policy& policy, policy::ScoreSubject subject, Date day,
                policy::StatusSet statuses) {
  Finding out = reimbursement::no_rule(statuses);
  const policy::ScoreRule* wider = rule_for(policy, subject, day, {true, true, true});
  if (wider != nullptr) {
    out.source = policy::stated(wider->authority);
    out.allowed.emplace_back(to_key(wider->authority.source.status));
  } else if (const auto* any = any_rule(policy)) {
    out.source = policy::stated(*any);
  }
  return out;
}

void run(Scoring& scoring, const policy::ScoreStep& step) {
  switch (step.kind) {
    case ScoreStepKind::by_item:
      return pay_by_item(scoring, step);
    case ScoreStepKind::highest_class:
      return take_highest_class(scoring, step);
    case ScoreStepKind::base_score:
      return find_base_score(scoring, step);
    case ScoreStepKind::deviation:
      return weigh_deviation(scoring, step);
    case ScoreStepKind::coefficient:
      return find_coefficient(scoring, step);
    case ScoreStepKind::cascade:
      return climb_classes(scoring, step);
    case ScoreStepKind::point_value:
      multiply(scoring);
      return pay_score(scoring, step);
    default:
      return;
  }
}

// The lists that are in hand only in part decide nothing by silence: what is not on them is told.
void look_into_lists(Scoring& scoring, const HospitalCase& one) {
  const auto& payment = scoring.pack().payment;
  scoring.group = match(payment.list("dip_groups"), one, scoring.edition);
  const policy::DipGroup* group = scoring.group.group;
  scoring.out.group = group != nullptr ? group->code : code_of(one);
  scoring.out.group_label = group != nullptr ? group->label : same(scoring.out.group);
  scoring.out.group_in_hand = group != nullptr;
  if (group != nullptr && !group->treatment.empty() && !one.treatment)
    scoring.facts.set_text(Fact::case_treatment, group->treatment);
  if (!one.diagnosis) scoring.unknown.push(Fact::case_diagnosis);
  if (one.grass_roots) {
    if (*one.grass_roots != "none")
      scoring.note({"按您写明的基层病种算，没有核对目录。",
                    "Counted as the primary-care disease it is stated to be, not checked against the list."});
    return;
  }
  std::string listed = "none";
  bool whole = true;
  for (const auto* name : {"dip_grass_roots", "dip_grass_roots_tcm"}) {
    const policy::DipList* list = payment.list(name);
    whole = whole && (list == nullptr || list->complete);
    if (const auto* member = match(list, one, scoring.edition).group) {
      listed = std::string_view(name) == "dip_grass_roots" ? "general" : "tcm";
      scoring.use(member->authority);
    }
  }
  if (!whole && one.diagnosis && listed == "none")
    scoring.note(
        {"基层病种目录不在手上，没有查到这个病种。您知道它是基层病种的话，请写明 case.grass_roots。",
         "The lists of primary-care diseases are not wholly in hand, and this one was not found. If you know "
         "it to be listed, state case.grass_roots."});
  scoring.facts.set_text(Fact::case_grass_roots, listed);
}

void score_case(Scoring& scoring) {
  scoring.out.provider_class = scoring.request.hospital_case->provider.provider_class.value_or("");
  look_into_lists(scoring, *scoring.request.hospital_case);
  for (const policy::ScoreStep& step : scoring.rule.steps) {
    if (scoring.out.way == Way::by_item) break;
    if (scoring.concerns(step) == policy::Truth::yes) run(scoring, step);
  }
  Score& out = scoring.out;
  out.determined = out.way == Way::by_item ? out.payment.has_value() : out.score.has_value();
}

// What the catalogue of institutions knows of a provider named by its code.
void complete(const policy::Policy& policy, Date day, Provider& provider) {
  if (!provider.code) return;
  const auto* known = policy::find_institution(policy.catalogues, *provider.code, day);
  if (known == nullptr) return;
  if (!provider.provider_class && !known->payment_class.empty())
    provider.provider_class = known->payment_class;
  if (!provider.alliance.key && !known->alliance.empty()) provider.alliance.key = known->alliance;
}

ScoreRequest completed(const policy::Policy& policy, Date day, ScoreRequest request) {
  if (!request.hospital_case) return request;
  complete(policy, day, request.hospital_case->provider);
  for (Provider& provider : request.hospital_case->transfers) complete(policy, day, provider);
  return request;
}

}  // namespace

Score score(const policy::Library& library, const ScoreRequest& asked) {
  Score out;
  out.as_of = asked.as_of;
  const policy::Policy* policy = library.find(asked.policy);
  if (policy == nullptr) {
    out.findings.push_back(contract::finding(contract::Fault::unknown_policy, "policy", asked.policy));
    return out;
  }
  out.policy_id = policy->id;
  out.policy_version = policy->version;
  const auto subject = asked.budget ? policy::ScoreSubject::budget : policy::ScoreSubject::hospital_case;
  if (asked.budget) out.way = Way::package;
  const auto day = asked.rule_day();
  if (!day) {
    out.missing = missing_facts(*policy, {Fact::as_of});
    return out;
  }
  const policy::ScoreRule* rule = rule_for(*policy, subject, *day, asked.statuses);
  if (rule == nullptr) {
    out.findings.push_back(no_rule(*policy, subject, *day, asked.statuses));
    return out;
  }
  const ScoreRequest request = completed(*policy, *day, asked);
  const policy::Edition edition = policy::compile(*policy, *day, request.statuses);
  Scoring scoring{edition, *rule, request, facts_of(*policy, request), out};
  scoring.use(rule->authority);
  if (request.budget)
    budget(scoring);
  else if (request.hospital_case)
    score_case(scoring);
  out.missing = missing_facts(*policy, scoring.unknown.facts, day);
  return out;
}

}  // namespace mingbai::institution_payment
