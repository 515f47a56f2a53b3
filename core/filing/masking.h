#pragma once
// Masking (脱敏) of what identifies a person, for lists and listings: "1101**********002X".
//
// In a filing's JSON every value under the keys `number` and `certificate_number`, and every text
// that looks like an identity number, wherever it stands, is masked; everything else stays as it is.

#include <string>
#include <string_view>

namespace mingbai::filing {

// Four characters at each end stay of an identity number, two of anything shorter.
std::string masked(std::string_view number);

// 15 digits, or 17 digits and a digit or X.
bool looks_like_identity_number(std::string_view text);

// Identity numbers inside a sentence: "身份证 1101**********002X".
std::string masked_text(std::string_view sentence);

// A person's name with only its first and last character, of two characters the first: "陈*国", "李*". Whoever files
// for father and brother can tell them apart, and so can a reviewer with a queue of one surname.
std::string masked_name(std::string_view name);

// Masks inside JSON text; text that is not JSON gives "". For whoever decides about the filing names stay; for the
// operator, who sees nobody's filings, they are masked as well.
enum class Names : bool { shown, masked };
std::string masked_json(std::string_view json, Names = Names::shown);

}  // namespace mingbai::filing
