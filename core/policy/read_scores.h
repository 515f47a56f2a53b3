#pragma once
// Reading scores.json and the DIP lists, after tables and parameters.

#include "core/policy/inheritance.h"
#include "core/policy/reading.h"

namespace mingbai::policy {

void read_score_rule(Reading&, const Element&, std::deque<Json>& kept);
// Each list as the youngest pack of the line that has it gives it.
void read_dip_lists(Reading&, const std::vector<Ancestor>& line);

}  // namespace mingbai::policy
