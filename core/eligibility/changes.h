#pragma once
// What would have to be different (怎样才行): the smallest sets of changes that make a refused or unfinished
// application pass, of facts a person can change (actionable in facts.json) and nothing else.
//
// "Pass" means that rules still concern the matter and nothing is definitely lacking any more; a fact unknown
// from the start is asked for under `missing` and is no change, and no set opens a new question. Every set is
// minimal: no part of it would do. Sets of up to three facts, at most five of them, the smallest first, then
// in the order of the dictionary. Of numbers and of ranks such as the physician's title only the nearest is
// told. The search is bounded: it looks for what mends the first thing that is wrong, then at what is wrong
// after that.

#include "core/eligibility/check.h"
#include "core/eligibility/judgement.h"

namespace mingbai::eligibility {

void find_changes(const policy::Edition&, const policy::Facts&, const Application&, CheckResult&);

}  // namespace mingbai::eligibility
