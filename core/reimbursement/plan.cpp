#include "core/reimbursement/plan.h"

#include "core/reimbursement/keys.h"

namespace mingbai::reimbursement {

using policy::Fact;
using policy::Merge;

const policy::Authority* cited(const policy::Edition& edition, const policy::Step& step,
                               const policy::Authority* figure) {
  const auto* own = step.authority ? &*step.authority : nullptr;
  if (own != nullptr && !policy::holds(*own, edition.day, edition.statuses)) own = nullptr;
  if (own == nullptr || figure == nullptr) return own == nullptr ? figure : own;
  return policy::weaker(own->source.status, figure->source.status) == own->source.status ? own : figure;
}

bool merged(const policy::Edition& edition, const policy::Step& step, const policy::Facts& facts) {
  if (step.merge == Merge::none || !facts.known(Fact::claim_continues)) return false;
  const auto continues = [&](Continues by) {
    return edition.policy->symbols.find(to_key(by)) == facts.value(Fact::claim_continues);
  };
  return (step.merge != Merge::transfer && continues(Continues::split)) ||
         (step.merge != Merge::split && continues(Continues::transfer));
}

}  // namespace mingbai::reimbursement
