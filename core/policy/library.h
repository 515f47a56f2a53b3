#pragma once
// The library (政策库): every pack of a bundle, checked, inherited and compiled; immutable afterwards and
// safe to share.
//
// Overlays (core/policy/overlay.h) are policies too: those of the bundle, and those added later.
//
// A bundle is one JSON object {"files": {"zhongshan/pack.json": …}} as the build makes it, or a directory
// read into the same form by the shell. Loading reports every fault of every pack at once (file, JSON
// pointer, what was expected, nearest known name) and gives either a whole library or none.

#include <expected>
#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/finding.h"

namespace mingbai::policy {

struct Bundle;
class Policy;  // core/policy/policy.h: one pack with what it inherits

class Library {
 public:
  static std::expected<Library, Findings> load(std::string_view bundle_json);
  static std::expected<Library, Findings> from(nlohmann::ordered_json bundle);  // one that is read already

  // This library and one overlay more, known by its own id and by `alias` (a path); both libraries share what
  // they have in common. An overlay of the same id is replaced.
  std::expected<Library, Findings> with_overlay(std::string_view overlay_json,
                                                const std::string& alias) const;

  Library(Library&&) noexcept;
  Library& operator=(Library&&) noexcept;
  ~Library();

  const Policy* find(std::string_view id) const;      // a pack or an overlay
  std::vector<std::string_view> ids() const;          // of packs, sorted
  std::vector<std::string_view> overlay_ids() const;  // sorted
  // The simulated populations of the bundle: id -> JSON text (docs/formats/population.md).
  const std::map<std::string, std::string>& populations() const { return populations_; }
  // The population of the policy's name, else the first there is; empty without any.
  std::string population_for(std::string_view policy) const;
  // What is wrong with overlays of the bundle: they are left out, the packs stand all the same.
  const Findings& overlay_faults() const { return overlay_faults_; }

 private:
  struct Named {
    std::string alias;
    std::shared_ptr<const Policy> policy;
  };

  Library();
  Library(const Library&);

  std::shared_ptr<const Bundle> bundle_;
  std::vector<std::shared_ptr<const Policy>> policies_;
  std::vector<Named> overlays_;
  std::map<std::string, std::string> populations_;
  Findings overlay_faults_;
};

}  // namespace mingbai::policy
