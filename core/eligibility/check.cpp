#include "core/eligibility/check.h"

#include <algorithm>

#include "core/contract/fault.h"
#include "core/eligibility/application_facts.h"
#include "core/eligibility/changes.h"
#include "core/eligibility/derived_facts.h"
#include "core/eligibility/judgement.h"
#include "core/policy/library.h"
#include "core/policy/missing.h"
#include "core/policy/wording.h"
#include "core/reimbursement/lack.h"

namespace mingbai::eligibility {
namespace {

using policy::Fact;

void add_notes(Judgement& judgement) {
  const auto& edition = judgement.edition;
  policy::NoNames nobody;
  for (const policy::Note* note : policy::chosen(
           edition.policy->notes, edition.day, edition.statuses,
           [](const policy::Note& n) -> const std::string& { return n.id; },
           [&](const policy::Note& n) {
             return std::ranges::find(n.kinds, judgement.kind) != n.kinds.end();
           }))
    if (policy::evaluate(edition.policy->programs, note->when, judgement.facts, nobody) == policy::Truth::yes)
      judgement.result.notes.push_back(policy::filled(note->text, edition, judgement.facts));
}

Finding no_rule(const policy::Policy& policy, policy::StatusSet statuses, const std::string& kind) {
  Finding out = reimbursement::no_rule(statuses);
  for (const auto& requirement : policy.requirements) {
    if (out.source || !requirement.care.empty() || !concerns(requirement.kinds, kind)) continue;
    out.source = stated(requirement.authority);
    if (!statuses.allows(requirement.authority.source.status))
      out.allowed.emplace_back(to_key(requirement.authority.source.status));
  }
  if (!out.source && !policy.requirements.empty()) out.source = stated(policy.requirements.front().authority);
  if (!out.source && !policy.benefits.empty()) out.source = stated(policy.benefits.front().authority);
  return out;
}

Verdict verdict_of(const Judgement& judgement) {
  if (judgement.refused) return Verdict::not_eligible;
  const bool open = judgement.unfinished || !judgement.unknown.facts.empty() || !judgement.covered;
  return open ? Verdict::incomplete : Verdict::eligible;
}

}  // namespace

CheckResult check(const policy::Library& library, const Application& application) {
  CheckResult out;
  out.as_of = application.as_of;
  const policy::Policy* policy = library.find(application.policy);
  if (policy == nullptr) {
    out.findings.push_back(contract::finding(contract::Fault::unknown_policy, "policy", application.policy));
    return out;
  }
  out.policy_id = policy->id;
  out.policy_version = policy->version;
  std::vector<Fact> lacking;
  if (!application.as_of) lacking.push_back(Fact::as_of);
  if (application.kind.empty()) lacking.push_back(Fact::application_kind);
  if (!lacking.empty()) {
    out.missing = missing_facts(*policy, lacking);
    return out;
  }

  policy::Facts facts = facts_of(*policy, application);
  const Derived derived = derive(*policy, application, facts);
  const policy::Edition edition = policy::compile(*policy, *application.as_of, application.statuses);
  Judgement judgement{edition, facts, application.kind, out};
  judge_requirements(judgement);
  judge_documents(judgement, application.documents);
  if (!judgement.covered) out.findings.push_back(no_rule(*policy, application.statuses, application.kind));
  if (!judgement.refused && judgement.covered) decide(judgement, application);
  out.basis = policy::weaker(out.basis, derived.basis);
  out.notes = derived.notes;
  add_notes(judgement);
  out.verdict = verdict_of(judgement);
  out.missing = missing_facts(*policy, judgement.unknown.facts, application.as_of);
  if (judgement.covered) find_changes(edition, facts, application, out);
  return out;
}

}  // namespace mingbai::eligibility
