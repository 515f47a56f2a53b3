#pragma once
// The nearest known name to a misspelt one, for "did you mean …?".
//
// Distance counts insertions, deletions, substitutions and swaps of neighbours in code points. A name further
// away than a third of the longer word (at least two) is no suggestion. Ties go to the name that stands
// first.

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mingbai {

std::size_t edit_distance(std::string_view, std::string_view);

std::optional<std::string> nearest_name(std::string_view written, std::span<const std::string> known);

}  // namespace mingbai
