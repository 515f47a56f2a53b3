#pragma once
// The number of a receipt (回执号), short enough to be read out over a telephone: "ZS261121-0004K".
//
// Region letters of the pack (first letters of its first and last syllable: zhongshan ZS, tangshan TS,
// chuxiong CX), the civil day in China, a hyphen, the server's sequence in base 32 (at least four digits,
// without I, L, O, U), and a check character that catches every single wrong character and nearly every swap
// of neighbours (Luhn over base 32). Unique because the sequence is.

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/date.h"

namespace mingbai::filing {

std::string receipt_number(std::string_view policy_id, Date day, std::int64_t sequence);

// Whether the form and the check character are right; says nothing about whether it was ever given.
bool is_receipt_number(std::string_view);

std::string region_letters(std::string_view policy_id);

}  // namespace mingbai::filing
