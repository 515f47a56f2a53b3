#pragma once
// What things are called (名称): the names of packs, schemes, documents, regions and choices, read once from the same
// bundle the policy library is loaded from. No rule is read here, only words.
//
// A name that the bundle lacks is its key, so that a screen never stands empty. Immutable after `read`.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/text.h"
#include "core/contract/json.h"
#include "core/policy/source.h"

namespace mingbai::screens {

struct Named {
  std::string key;
  Text label;
};

struct SchemeName {
  std::string key;
  Text label;
  Period valid;
};

struct PackName {
  std::string id;
  std::string region;
  Text title;
  std::vector<SchemeName> schemes;
};

struct DocumentName {
  std::string id;
  Text title;
  Text short_title;
  std::string number;
  std::string issuer;
  std::string published;
  std::string kind;
  std::string status;
  Text note;
};

struct RegionName {
  std::string code;
  Text label;
  std::string province;
  bool is_place = true;  // false: a province whose cities stand on their own
};

struct FactName {
  std::string fact;
  Text label;
  std::string unit;
  std::vector<Named> choices;
};

class Names {
 public:
  // A part that has not the expected form is passed over.
  static Names read(const contract::Json& bundle);

  const std::vector<PackName>& packs() const { return packs_; }  // only those with schemes: cities, not provinces
  const std::vector<RegionName>& regions() const { return regions_; }
  const std::vector<DocumentName>& documents() const { return documents_; }

  const PackName* pack(std::string_view id) const;
  const DocumentName* document(std::string_view id) const;
  const FactName* fact(std::string_view path) const;

  // Where one can be treated away from `home`: its own province first, then by code.
  std::vector<const RegionName*> places_away_from(std::string_view home) const;

  std::string region(std::string_view code, Language) const;
  std::string scheme(std::string_view pack, std::string_view key, Language) const;
  std::string choice(std::string_view fact, std::string_view key, Language) const;
  std::string disease(std::string_view code, Language) const;
  std::string institution(std::string_view code_or_key, Language) const;

 private:
  std::vector<PackName> packs_;
  std::vector<RegionName> regions_;
  std::vector<DocumentName> documents_;
  std::vector<FactName> facts_;
  std::vector<Named> diseases_;
  std::vector<Named> institutions_;  // under its national code and under its key
};

}  // namespace mingbai::screens
