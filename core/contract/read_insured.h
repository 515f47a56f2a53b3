#pragma once
// The parts that a claim and an application share: policy, day, statuses, the insured person.

#include "core/contract/fields.h"
#include "core/policy/policy.h"
#include "core/reimbursement/claim.h"

namespace mingbai::policy {
class Library;
}

namespace mingbai::contract {

// The policy named, or nothing with a fault that lists the known ones.
const policy::Policy* read_policy(const policy::Library&, const Fields& message, std::string& id);

policy::StatusSet read_statuses(const Fields& message);

reimbursement::Insured read_insured(const Fields& insured, std::optional<Date> as_of);

// A scheme the policy does not know, or not on that day, is a fault that lists those valid then.
void check_scheme(const Fields& insured, const policy::Policy&, const std::optional<std::string>& scheme,
                  std::optional<Date> rule_day);

void read_certificate(const Fields& certificate, std::optional<Date> as_of, std::optional<std::string>& type,
                      std::optional<std::string>& number);

const std::vector<std::string>& provider_kinds();

}  // namespace mingbai::contract
