#pragma once
// What an answer's fields are called (结果字段), for those who read differences between answers: "ledger.fund_paid" is
// 今年基金已付. A field without a name keeps its path; it is the one the messages and cases write.

#include <string>
#include <string_view>

#include "generated/strings.h"

namespace mingbai::screens {

std::string answer_field(std::string_view path, const strings::Strings&);
// A sum in yuan ("14560.00") is grouped; every other value stands as it is.
std::string answer_value(std::string_view value);

}  // namespace mingbai::screens
