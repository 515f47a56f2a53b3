#include "core/reimbursement/formula.h"

namespace mingbai::reimbursement {

std::string shown(std::int64_t fen) { return to_display(Money{fen}); }

Text same_in_both(std::string s) { return {s, s}; }

Text difference(std::int64_t from, std::int64_t less, std::int64_t result) {
  return same_in_both(shown(from) + " − " + shown(less) + " = " + shown(result));
}

Text product(std::int64_t base, std::int32_t basis_points, std::int64_t result) {
  return same_in_both(shown(base) + " × " + to_percent(Ratio{basis_points}) + " = " + shown(result));
}

Text then(Text first, const Text& second) {
  return {first.zh + "；" + second.zh, first.en + "; " + second.en};
}

}  // namespace mingbai::reimbursement
