#pragma once
// The disease lists of payment by score (DIP 目录库), as far as they are in hand: groups with their score and
// their coefficients by class of institution, and the lists of primary-care diseases (基层病种).
//
// A list says of itself whether it is `complete`, and how many members the law states for which days
// (`sizes`): verify holds a complete list against that number and any list against having more. A group
// matches a case by its ICD-10 code (the case's may be longer: C22.001 is C22.0) and by all of its
// procedures, each named by code or by name.

#include <optional>
#include <string>
#include <vector>

#include "core/base/decimal.h"
#include "core/base/money.h"
#include "core/policy/elements.h"

namespace mingbai::policy {

struct Procedure {
  std::string label;
  std::vector<std::string> codes;  // the case's code may be longer
};

struct ClassCoefficient {
  std::string provider_class;
  Decimal value;
};

struct DipGroup {
  std::string code;
  Text label;
  std::string diagnosis;
  std::vector<Procedure> procedures;
  std::string treatment;  // empty: not stated
  std::optional<Decimal> score;
  std::optional<Money> mean_cost;  // of the year before, at the same level
  std::vector<ClassCoefficient> coefficients;
  Authority authority;
};

// How many members the law states for these days; `share` of them with one of `treatments`, where it states
// that.
struct ListSize {
  std::int64_t size = 0;
  std::optional<Ratio> share;
  std::vector<std::string> treatments;
  Authority authority;
};

struct DipList {
  std::string id;  // dip_groups, dip_grass_roots, dip_grass_roots_tcm
  bool complete = false;
  std::string place;
  std::vector<ListSize> sizes;
  std::vector<DipGroup> members;
};

}  // namespace mingbai::policy
