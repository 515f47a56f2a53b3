#pragma once
// Facts an answer still needs, with the label, type and domain a form needs to ask for them.

#include "core/policy/policy.h"
#include "core/reimbursement/settle.h"

namespace mingbai {

// Each fact once, in the order given. The remote situation is no leaf: where it is not known, the place of
// care is.
std::vector<reimbursement::MissingFact> missing_facts(const policy::Policy&, const std::vector<policy::Fact>&,
                                                      std::optional<Date> day = std::nullopt);

}  // namespace mingbai
