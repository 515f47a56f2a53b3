#include "core/reimbursement/lack.h"

#include "core/contract/fault.h"
#include "core/reimbursement/evaluate.h"

namespace mingbai::reimbursement {
namespace {

constexpr policy::StatusSet every_status{true, true, true};

// The first line that only a wider choice of statuses makes possible.
const policy::Authority* found_wider(const policy::Policy& policy, Date day, const Claim& claim,
                                     const policy::Facts& facts) {
  const policy::Edition edition = policy::compile(policy, day, every_status);
  Explaining record;
  evaluate(edition, *claim.care, facts, YearSoFar{}, record);
  for (const RecordedLine& line : record.lines)
    if (line.authority != nullptr && !claim.statuses.allows(line.authority->source.status))
      return line.authority;
  return nullptr;
}

// The rule that stands nearest: one for this kind of care on another day, else any.
const policy::Authority* nearest_rule(const policy::Policy& policy, Care care) {
  for (const policy::Benefit& benefit : policy.benefits)
    if ((benefit.care_bits & (1u << static_cast<unsigned>(care))) != 0) return &benefit.authority;
  if (!policy.benefits.empty()) return &policy.benefits.front().authority;
  return policy.requirements.empty() ? nullptr : &policy.requirements.front().authority;
}

}  // namespace

std::string written(policy::StatusSet statuses) {
  std::string out;
  for (const auto status : {policy::Status::in_force, policy::Status::draft, policy::Status::assumed})
    if (statuses.allows(status)) out += (out.empty() ? "" : ", ") + std::string(to_key(status));
  return out;
}

Finding no_rule(policy::StatusSet statuses) {
  return contract::finding(contract::Fault::no_rule, "statuses", written(statuses));
}

Finding no_rule(const policy::Policy& policy, Date day, const Claim& claim, const policy::Facts& facts) {
  Finding out = no_rule(claim.statuses);
  const policy::Authority* wider = found_wider(policy, day, claim, facts);
  const policy::Authority* cited = wider != nullptr ? wider : nearest_rule(policy, *claim.care);
  if (cited != nullptr) out.source = stated(*cited);
  if (wider != nullptr) {
    const std::string key(to_key(wider->source.status));
    out.allowed.push_back(key);
    out.remedy = {"把 " + key + " 加入 statuses 可以得到标明依据状态的估算；或向参保地经办机构核实。",
                  "Add " + key +
                      " to statuses for an estimate that says what it rests on, or ask the handling agency."};
  }
  return out;
}

}  // namespace mingbai::reimbursement
