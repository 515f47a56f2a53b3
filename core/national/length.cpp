#include "core/national/length.h"

#include "core/base/utf8.h"

namespace mingbai::national {

std::size_t length_of(std::string_view text, LengthUnit unit) {
  constexpr char32_t last_of_the_basic_plane = 0xFFFF;
  std::size_t length = 0;
  for (const char32_t character : to_code_points(text))
    length += unit == LengthUnit::utf16 && character > last_of_the_basic_plane ? 2 : 1;
  return length;
}

}  // namespace mingbai::national
