#include "shell/server/path.h"

#include <algorithm>

#include "core/sync/envelope.h"

namespace mingbai::server {
namespace {

std::string_view next_part(std::string_view& path) {
  const auto end = std::min(path.find('/'), path.size());
  const auto part = path.substr(0, end);
  path.remove_prefix(std::min(end + 1, path.size()));
  return part;
}

}  // namespace

bool path_matches(std::string_view pattern, std::string_view path) {
  if (pattern.find('{') == std::string_view::npos) return pattern == path;
  if (std::count(pattern.begin(), pattern.end(), '/') != std::count(path.begin(), path.end(), '/'))
    return false;
  while (!pattern.empty()) {
    const auto wanted = next_part(pattern), part = next_part(path);
    if (wanted == "{id}" ? !sync::is_random_id(part) : wanted != part) return false;
  }
  return path.empty();
}

std::string id_in(std::string_view path) {
  while (!path.empty()) {
    if (const auto part = next_part(path); sync::is_random_id(part)) return std::string(part);
  }
  return {};
}

}  // namespace mingbai::server
