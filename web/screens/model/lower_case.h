#pragma once
// Words as they are searched: ASCII letters small, everything else as it stands.

#include <string>
#include <string_view>

namespace mingbai::screens {

inline std::string lower_case(std::string_view words) {
  std::string out(words);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

}  // namespace mingbai::screens
