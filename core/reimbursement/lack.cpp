#include "core/reimbursement/lack.h"

#include "core/contract/fault.h"
#include "core/reimbursement/evaluate.h"

namespace mingbai::reimbursement {
namespace {

constexpr policy::StatusSet every_status{true, true, true};

// As the screens say them (assets/strings, status.…), within a sentence.
Text words(policy::Status status) {
  if (status == policy::Status::draft) return {"征求意见", "in draft"};
  if (status == policy::Status::assumed) return {"假设", "assumed"};
  return {"现行", "in force"};
}

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

Text count_as_well(policy::Status status) {
  const Text name = words(status);
  return {"连同" + name.zh + "的规定一起算，可以得到标明依据状态的估算；或向参保地经办机构核实。",
          "Count rules " + name.en + " as well for an estimate that says what it rests on, or ask the handling agency."};
}

Finding no_rule(policy::StatusSet statuses) {
  std::string keys;
  Text named;
  for (const auto status : {policy::Status::in_force, policy::Status::draft, policy::Status::assumed}) {
    if (!statuses.allows(status)) continue;
    const bool first = keys.empty();
    const Text name = words(status);
    keys.append(first ? "" : ", ").append(to_key(status));
    named.zh.append(first ? "" : "、").append(name.zh);
    named.en.append(first ? "" : " or ").append(name.en);
  }
  Finding out = contract::finding(contract::Fault::no_rule, "statuses", keys);
  out.message = {"按" + named.zh + "的规定，没有哪一条覆盖这种情形，未作计算。",
                 "No rule " + named.en + " covers this; nothing is determined."};
  return out;
}

Finding no_rule(const policy::Policy& policy, Date day, const Claim& claim, const policy::Facts& facts) {
  Finding out = no_rule(claim.statuses);
  const policy::Authority* wider = found_wider(policy, day, claim, facts);
  const policy::Authority* cited = wider != nullptr ? wider : nearest_rule(policy, *claim.care);
  if (cited != nullptr) out.source = stated(*cited);
  if (wider != nullptr) {
    out.allowed.emplace_back(to_key(wider->source.status));
    out.remedy = count_as_well(wider->source.status);
  }
  return out;
}

}  // namespace mingbai::reimbursement
