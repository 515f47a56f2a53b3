#pragma once
// The key of a person (参保人标识) for finding filings again: a keyed hash of the certificate's number, so
// that no number stands in an indexed column. The secret is drawn once for a database and kept in it; without
// it a number cannot be told from its key by trying.
//
//   person_key(secret, "11010519491231002x") == person_key(secret, "11010519491231002X")

#include <string>
#include <string_view>

namespace mingbai::filing {

std::string person_key(std::string_view secret, std::string_view certificate);  // "" for no number

// The hash of a one-time code, bound to the person it is for.
std::string code_hash(std::string_view secret, std::string_view person, std::string_view code);

}  // namespace mingbai::filing
