#pragma once
// A settlement as a bill that a person can read in a terminal: every line with its sum, formula and source.

#include <string>

#include "core/policy/library.h"
#include "core/reimbursement/settle.h"

namespace mingbai::cli {

std::string bill_text(const policy::Library&, const reimbursement::Settlement&, Language);

// "中山市…第2025010号建议答复 三(五)（现行）": a source for people.
std::string source_text(const policy::Library&, std::string_view policy_id, const policy::Source&, Language);

std::string status_text(policy::Status, Language);

// Columns counted as a terminal shows them.
std::string padded_right(std::string, std::size_t columns);
std::string padded_left(std::string, std::size_t columns);

}  // namespace mingbai::cli
