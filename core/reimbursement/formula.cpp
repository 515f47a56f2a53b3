#include "core/reimbursement/formula.h"

namespace mingbai::reimbursement {
namespace {

constexpr std::size_t usual_length = 128;

Text in_both(std::string s) {
  Text out;
  out.zh.reserve(usual_length);
  out.zh = s;
  out.en = std::move(s);
  return out;
}

}  // namespace

std::string shown(std::int64_t fen) { return to_display(Money{fen}); }

Text same_in_both(std::string s) {
  Text out{s, {}};
  out.en = std::move(s);
  return out;
}

Text difference(std::int64_t from, std::int64_t less, std::int64_t result) {
  std::string out;
  out.reserve(usual_length);
  append_display(out, Money{from});
  out += " − ";
  append_display(out, Money{less});
  out += " = ";
  append_display(out, Money{result});
  return in_both(std::move(out));
}

Text product(std::int64_t base, std::int32_t basis_points, std::int64_t result) {
  std::string out;
  out.reserve(usual_length);
  append_display(out, Money{base});
  out += " × ";
  out += to_percent(Ratio{basis_points});
  out += " = ";
  append_display(out, Money{result});
  return in_both(std::move(out));
}

Text then(Text first, const Text& second) {
  (first.zh += "；") += second.zh;
  (first.en += "; ") += second.en;
  return first;
}

}  // namespace mingbai::reimbursement
