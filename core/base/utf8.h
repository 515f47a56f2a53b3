#pragma once
// UTF-8: what comes in is checked once at the door; behind it every string is well formed.
//
// `first_invalid_byte` follows RFC 3629: no overlong form, no surrogate, nothing past U+10FFFF.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mingbai {

// The offset of the first byte that is not part of a well-formed character, or nothing.
std::optional<std::size_t> first_invalid_byte(std::string_view);

// Well-formed text -> its code points.
std::u32string to_code_points(std::string_view);

// The columns the text takes in a terminal: CJK and full-width characters take two.
std::size_t columns(std::string_view);

}  // namespace mingbai
