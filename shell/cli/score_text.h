#pragma once
// The score of a hospital case, or the budget of an alliance, as a person can read it in a terminal.

#include <string>

#include "core/institution_payment/score.h"
#include "core/policy/library.h"

namespace mingbai::cli {

std::string score_text(const policy::Library&, const institution_payment::Score&, Language);

}  // namespace mingbai::cli
