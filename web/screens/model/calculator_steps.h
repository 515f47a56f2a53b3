#pragma once
// The lines of a settlement as rows, strip pieces and assumptions (账条与步骤).

#include "web/screens/model/calculator_answer.h"

namespace mingbai::screens {

std::vector<StepRow> step_rows(const reimbursement::Settlement&, const Names&, const strings::Strings&);
std::vector<StripPiece> strip_pieces(const reimbursement::Settlement&, const strings::Strings&);

struct Assumptions {
  int count = 0;
  std::string names;  // "起付线、报销比例"
};
// Each assumed clause once, however many lines rest on it.
Assumptions assumptions(const reimbursement::Settlement&, const strings::Strings&);

}  // namespace mingbai::screens
