#pragma once
// Reading scores.json and the DIP lists, after tables and parameters.

#include "core/policy/reading.h"

namespace mingbai::policy {

const std::vector<std::string>& dip_list_names();

void read_score_rule(Reading&, const Element&, std::deque<Json>& kept);
void read_dip_list(Reading&, const Element&, const std::string& id);

}  // namespace mingbai::policy
