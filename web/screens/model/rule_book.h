#pragma once
// The rules of a place as a document one can read and search (依据): every figure, table, condition, paper, way of deciding,
// benefit and note of a pack and of what it inherits, each with what it says on which days, its source and standing, and
// who uses it. Words only: nothing is decided here.
//
//   const RuleBook book = read_rule_book(platform::policies(), "zhongshan", today, names, t);
//   for (const Rule* rule : book.found({.words = "没备案", .standing = "assumed"})) …

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/policy/source.h"
#include "generated/strings.h"
#include "web/screens/model/names.h"
#include "web/screens/model/source_line.h"

namespace mingbai::screens {

struct RuleVersion {
  std::string facts;  // whom or what it concerns; empty: everybody
  std::string value;  // "80%"; empty for a rule without a figure
  std::string period;
  bool today = false;
  policy::Status status = policy::Status::in_force;
  std::string document;  // id
  SourceLine source;
  std::string note;
  friend bool operator==(const RuleVersion&, const RuleVersion&) = default;
};

struct Rule {
  std::string pack;
  std::string id;  // "zhongshan/unfiled_kept_share": of the pack it stands in
  std::string section, title;
  std::vector<std::string> lines;  // what it says, in our own words
  std::vector<RuleVersion> versions;
  std::vector<std::string> used_by;
  policy::Status standing = policy::Status::in_force;  // of today's version, else of the last
  std::string words;                                   // all of it, for the search
};

struct RuleQuery {
  std::string_view words;     // every word of it must be there
  std::string_view standing;  // key of a status, or "all"
  std::string_view document, clause;
};

struct RuleBook {
  std::vector<Rule> rules;  // section by section

  const Rule* rule(std::string_view id) const;
  std::vector<const Rule*> found(const RuleQuery&) const;
  std::size_t count(std::string_view standing) const;
};

RuleBook read_rule_book(std::string_view bundle_json, std::string_view pack, Date today, const Names&, const strings::Strings&);

// The first city whose pack or what it inherits cites the document; empty: none.
std::string pack_citing(std::string_view bundle_json, std::string_view document, const Names&);

}  // namespace mingbai::screens
