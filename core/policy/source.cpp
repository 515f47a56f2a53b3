#include "core/policy/source.h"

#include <array>

namespace mingbai::policy {
namespace {

constexpr std::array<std::string_view, 4> keys{"in_force", "draft", "assumed", "repealed"};

}  // namespace

std::string_view to_key(Status s) { return keys[static_cast<std::size_t>(s)]; }

std::optional<Status> parse_status(std::string_view key) {
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (keys[i] == key) return static_cast<Status>(i);
  return std::nullopt;
}

}  // namespace mingbai::policy
