#pragma once
// The proof (核验) of a policy that has been loaded: what reading alone cannot see.
//
// - Every table is complete and without overlap over its inputs' domains, for every stretch of days between
// two changes.
//   A gap or overlap is shown by a counter-example that names the facts and the days.
// - Dated values leave no unwanted hole, and every figure a benefit's step uses is there on the benefit's
// days.
// - No two candidates hold on the same day with neither going before the other.
//
// - A list of diseases that calls itself complete has as many members as the law states.
//
// That references resolve, every element has a source and every value its form is proven by loading.

#include "core/base/finding.h"
#include "core/policy/policy.h"

namespace mingbai::policy {

Findings verify(const Policy&);

// The parts of the proof.
void verify_table(const Policy&, const Table&, Findings&);
void verify_parameter(const Policy&, const Parameter&, Findings&);
void verify_candidates(const Policy&, Findings&);
void verify_dip(const Policy&, Findings&);

// The days on which benefits, decisions and texts use a table or parameter: from the first to the last;
// nothing when none does.
std::optional<Period> used_on(const Policy&, std::optional<std::uint32_t> table,
                              std::optional<std::uint32_t> parameter);

// "2019-01-01…2021-11-30", an open end left open.
std::string written(Period);

}  // namespace mingbai::policy
