#pragma once
// What the tests of the view models share: the packs this program was built with, their names, both languages, a day.

#include "core/policy/editions.h"
#include "core/policy/library.h"
#include "generated/policies_bundle.h"
#include "generated/strings.h"
#include "web/screens/model/calculator_form.h"
#include "web/screens/model/names.h"

namespace mingbai::screens {

inline const policy::Library& library() {
  static const policy::Library loaded = std::move(*policy::Library::load(policies_bundle()));
  return loaded;
}

inline policy::Editions& editions() {
  static policy::Editions kept;
  return kept;
}

inline const Names& names() {
  static const Names read = Names::read(*contract::parse_json(policies_bundle(), contract::bundle_bytes_most));
  return read;
}

inline constexpr strings::Strings zh{Language::zh};
inline constexpr strings::Strings en{Language::en};

inline Date day(const char* iso) { return *parse_date(iso); }

// The worked example: 50,000.00 in a level 3 hospital of Guangzhou, 5,000.00 own expense, living there, not filed.
inline CalculatorForm unfiled_bill() { return example_form(day("2026-11-30")); }

}  // namespace mingbai::screens
