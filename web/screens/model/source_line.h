#pragma once
// What stands in a source chip: the document's everyday name, the clause, and how surely it is law.

#include <string>

#include "core/policy/source.h"
#include "generated/strings.h"
#include "web/screens/model/names.h"

namespace mingbai::screens {

struct SourceLine {
  std::string document;
  std::string clause;
  policy::Status status = policy::Status::in_force;
  std::string words;        // "假设·待核原文"
  std::string short_words;  // "假设"
  std::string target;       // the document and clause on the rules screen
  friend bool operator==(const SourceLine&, const SourceLine&) = default;
};

SourceLine source_line(const policy::Source&, const Names&, const strings::Strings&);
std::string_view status_word(policy::Status, const strings::Strings&);

}  // namespace mingbai::screens
