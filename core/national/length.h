#pragma once
// How long a value is to the platform. `utf16` counts UTF-16 code units, as a Java service counts a string: a
// rare character of a name outside the basic plane counts two. `characters` counts code points.
//
// Which of the two holds stands in the tables; docs/decisions/0013 says why.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mingbai::national {

enum class LengthUnit : std::uint8_t { utf16, characters };

std::size_t length_of(std::string_view text, LengthUnit);

}  // namespace mingbai::national
