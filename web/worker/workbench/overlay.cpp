#include "web/worker/workbench/overlay.h"

namespace mingbai::workbench {
namespace {

using contract::Json;

std::string word(const Json* json) { return json != nullptr && json->is_string() ? json->get<std::string>() : std::string(); }

}  // namespace

std::string id_of(const Json& overlay) { return word(contract::member(overlay, "id")); }

std::string base_of(const Json& overlay) {
  const Json* base = contract::member(overlay, "base");
  return base == nullptr ? std::string() : word(contract::member(*base, "id"));
}

std::expected<policy::Library, Findings> load_with(const Json& bundle, const std::vector<Json>& overlays) {
  auto library = policy::Library::from(bundle);
  for (const Json& overlay : overlays) {
    if (library) library = library->with_overlay(contract::dump(overlay), "");
  }
  return library;
}

}  // namespace mingbai::workbench
