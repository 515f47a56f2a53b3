#include "core/base/nearest.h"

#include <algorithm>
#include <vector>

#include "core/base/utf8.h"

namespace mingbai {
namespace {

constexpr std::size_t compared_most = 64;

std::u32string shortened(std::string_view s) {
  return to_code_points(s.substr(0, compared_most * 4)).substr(0, compared_most);
}

std::size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      d[i][j] =
          std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  return distance(shortened(a), shortened(b));
}

std::optional<std::string> nearest_name(std::string_view written, std::span<const std::string> known) {
  const auto word = shortened(written);
  std::optional<std::string> best;
  std::size_t best_distance = 0;
  for (const std::string& name : known) {
    const auto other = shortened(name);
    const std::size_t limit = std::max<std::size_t>(2, std::max(word.size(), other.size()) / 3);
    const std::size_t d = distance(word, other);
    if (d > limit || d >= std::max(word.size(), other.size()) || (best && d >= best_distance)) continue;
    best = name;
    best_distance = d;
  }
  return best;
}

}  // namespace mingbai
