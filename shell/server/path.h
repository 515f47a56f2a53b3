#pragma once
// Paths with one part that varies: "/api/v1/filings/{id}/events". An {id} is 32 lower-case hexadecimal
// digits; anything else is another path.

#include <string>
#include <string_view>

namespace mingbai::server {

bool path_matches(std::string_view pattern, std::string_view path);

// The id in a path that has one; empty when it has none.
std::string id_in(std::string_view path);

}  // namespace mingbai::server
