#pragma once
// The arithmetic of a line in figures: "36,000.00 − 1,000.00 = 35,000.00", "35,000.00 × 85% = 29,750.00".

#include <string>

#include "core/base/money.h"
#include "core/base/text.h"

namespace mingbai::reimbursement {

std::string shown(std::int64_t fen);
Text difference(std::int64_t from, std::int64_t less, std::int64_t result);
Text product(std::int64_t base, std::int32_t basis_points, std::int64_t result);
// "a; b", in one line.
Text then(Text first, const Text& second);
Text same_in_both(std::string);

}  // namespace mingbai::reimbursement
