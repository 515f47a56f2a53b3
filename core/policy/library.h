#pragma once
// The library (政策库): every pack of a bundle, checked, inherited and compiled; immutable afterwards and
// safe to share.
//
// A bundle is one JSON object {"files": {"zhongshan/pack.json": …}} as the build makes it, or a directory
// read into the same form by the shell. Loading reports every fault of every pack at once (file, JSON
// pointer, what was expected, nearest known name) and gives either a whole library or none.

#include <expected>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/finding.h"

namespace mingbai::policy {

class Policy;  // core/policy/policy.h: one pack with what it inherits

class Library {
 public:
  static std::expected<Library, Findings> load(std::string_view bundle_json);

  Library(Library&&) noexcept;
  Library& operator=(Library&&) noexcept;
  ~Library();

  const Policy* find(std::string_view id) const;
  std::vector<std::string_view> ids() const;  // sorted
  // The simulated populations of the bundle: id -> JSON text (docs/formats/population.md).
  const std::map<std::string, std::string>& populations() const { return populations_; }
  // The population of the policy's name, else the first there is; empty without any.
  std::string population_for(std::string_view policy) const;

 private:
  Library();
  std::vector<std::unique_ptr<Policy>> policies_;
  std::map<std::string, std::string> populations_;
};

}  // namespace mingbai::policy
