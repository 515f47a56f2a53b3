#include "core/policy/missing.h"

#include <algorithm>

namespace mingbai {

using policy::Fact;

std::vector<reimbursement::MissingFact> missing_facts(const policy::Policy& policy,
                                                      const std::vector<Fact>& facts,
                                                      std::optional<Date> day) {
  std::vector<reimbursement::MissingFact> out;
  for (Fact fact : facts) {
    if (fact == Fact::claim_remote) fact = Fact::claim_provider_region;
    const std::string name(policy::name_of(fact));
    if (std::ranges::find(out, name, &reimbursement::MissingFact::fact) != out.end()) continue;
    const policy::FactEntry& entry = policy.dictionary.of(fact);
    reimbursement::MissingFact missing{name, entry.label, std::string(to_key(policy::type_of(fact))), {}};
    if (missing.label.zh.empty()) missing.label = {name, name};
    missing.domain = fact == Fact::insured_scheme ? policy.scheme_keys(day) : policy.dictionary.keys(fact);
    if (entry.from && entry.to && *entry.to - *entry.from < 32)
      for (std::int64_t v = *entry.from; v <= *entry.to; ++v) missing.domain.push_back(std::to_string(v));
    out.push_back(std::move(missing));
  }
  return out;
}

}  // namespace mingbai
