#include <algorithm>

#include "core/eligibility/judgement.h"
#include "core/policy/wording.h"

namespace mingbai::eligibility {
namespace {

using policy::Requirement;
using policy::Truth;

std::optional<std::string> actual_of(const policy::Facts& facts, const std::string& fact) {
  const auto known = policy::find_fact(fact);
  if (!known || !facts.known(*known)) return std::nullopt;
  return facts.written(*known);
}

void judge(Judgement& judgement, const Requirement& requirement) {
  const auto& [edition, facts, kind, result, unknown, refused, unfinished, covered] = judgement;
  const auto& programs = edition.policy->programs;
  const Truth when = policy::evaluate(programs, requirement.when, facts, judgement.unknown);
  if (when == Truth::no) return;
  judgement.covered = true;
  if (when == Truth::unknown) return;
  const Truth must = policy::evaluate(programs, requirement.must, facts, judgement.unknown);
  if (must == Truth::unknown) return;
  judgement.use(requirement.authority);
  if (must == Truth::yes) {
    judgement.result.met.push_back({requirement.code, requirement.fact,
                                    policy::filled(requirement.met, edition, facts),
                                    stated(requirement.authority)});
    return;
  }
  (requirement.refuses ? judgement.refused : judgement.unfinished) = true;
  judgement.result.findings.push_back(
      {requirement.code, requirement.fact, actual_of(facts, requirement.fact), requirement.allowed,
       policy::filled(requirement.message, edition, facts),
       policy::filled(requirement.remedy, edition, facts), stated(requirement.authority)});
}

}  // namespace

bool concerns(const std::vector<std::string>& kinds, const std::string& kind) {
  return kinds.empty() || std::ranges::find(kinds, kind) != kinds.end();
}

void judge_requirements(Judgement& judgement) {
  for (const Requirement* requirement : policy::chosen(
           judgement.edition.policy->requirements, judgement.edition.day, judgement.edition.statuses,
           [](const Requirement& r) -> const std::string& { return r.code; },
           [&](const Requirement& r) { return r.care.empty() && concerns(r.kinds, judgement.kind); }))
    judge(judgement, *requirement);
}

}  // namespace mingbai::eligibility
