#pragma once
// The dictionary of facts (事实词典): labels and domains for people, forms and proofs, read from facts.json.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/base/text.h"
#include "core/policy/fact.h"

namespace mingbai::policy {

struct DomainValue {
  std::string key;
  Text label;
};

struct FactEntry {
  bool listed = false;
  Text label;
  std::string unit;
  std::vector<DomainValue> domain;  // of an enumeration, in order
  std::optional<std::int64_t> from;
  std::optional<std::int64_t> to;  // included
  std::vector<std::string> scope;
  bool actionable = false;  // a person can change it: a paper, an institution, a channel
};

struct Dictionary {
  std::array<FactEntry, fact_count> entries;
  const FactEntry& of(Fact fact) const { return entries[slot(fact)]; }
  std::vector<std::string> keys(Fact) const;
};

}  // namespace mingbai::policy
