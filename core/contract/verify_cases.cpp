#include "core/contract/verify_cases.h"

#include "core/contract/fault.h"
#include "core/policy/library.h"
#include "core/policy/policy.h"

namespace mingbai::contract {

Findings verify_cases(const policy::Library& library, std::string_view policy_id) {
  Findings out;
  const policy::Policy* policy = library.find(policy_id);
  if (policy == nullptr) return out;
  for (const auto& [file, text] : policy->cases) {
    const CaseResult result = run_case(library, text);
    for (const auto& difference : result.differences)
      out.push_back(finding(result.readable ? Fault::case_failed : Fault::case_unreadable, file,
                            result.name.en + ": " + difference));
  }
  return out;
}

}  // namespace mingbai::contract
