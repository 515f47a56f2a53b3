#pragma once
// What the printed pages say of a filing, taken from its payload and the packs: who, what, by which
// documents.
//
//   const auto subject = subject_of(library, regions, record.payload, day);
//   GrantNotice{.region = subject->region, .kind = subject->kind, .insured = subject->insured, …}
//
// The names of codes come from the packs' lists and from the regions of assets/codes; a code nobody has named
// is printed as it is.

#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/finding.h"
#include "core/filing/notice/notice.h"
#include "core/policy/library.h"

namespace mingbai::filing::notice {

struct Regions {
  std::map<std::string, Text> names;
  std::vector<std::string> with_cards;  // that give their own insured a card with the notice
};

// From the text of a bundle that holds codes/regions.json and codes/cards.json; without them, nothing.
Regions read_regions(std::string_view bundle_json);

struct Subject {
  std::string policy;
  Text region;  // of the policy
  Text kind;
  Person insured;
  std::optional<Agent> agent;
  Text what;         // disease, or category and place of remote care, or the drug's or institution's matter
  std::string code;  // of the disease
  Text institution;  // of the application
  std::vector<Text> places;
  std::vector<Basis> basis;  // the documents that the granting rests on, the disease's list first
  Text next;                 // who decides and how fast
  bool gets_card = false;    // insured in a region that gives cards
};

// `day` is the rule date: that of the decision.
std::expected<Subject, Findings> subject_of(const policy::Library&, const Regions&, std::string_view payload,
                                            Date day);

// The findings of a record (both languages in one array), with the document each rests on.
std::vector<Reason> read_reasons(const policy::Library&, const std::string& policy,
                                 std::string_view findings_json);

}  // namespace mingbai::filing::notice
