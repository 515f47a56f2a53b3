#pragma once
// Cases as the scenarios screen shows them (案例): what the batch worker answered, which of them to show, and a case a
// person writes: from the calculator's bill or from a case that is there.

#include <string>
#include <string_view>
#include <vector>

#include "core/base/text.h"
#include "core/policy/library.h"
#include "generated/strings.h"

namespace mingbai::screens {

// What stood where something else was expected. `where` empty: `found` is the whole sentence.
struct CaseDifference {
  std::string where, expected, found;
};

struct CaseRow {
  std::string file;  // empty: one of the person's own
  Text name;
  std::string policy, command;
  std::string requirements;  // "R067、R069"
  bool passed = false;
  std::vector<CaseDifference> differences;
};

// From {"cases": […]} of a `cases` or `proof` event; red ones first, then as they came.
std::vector<CaseRow> read_cases(std::string_view event_json);
CaseDifference read_difference(std::string_view sentence);

struct CaseFilter {
  std::string policy;  // empty: all
  std::string words;   // in a name, in the file or a requirement
  std::string state;   // "", "passed", "failed", "own"
};
bool shown(const CaseRow&, const CaseFilter&);

// A case while it is written; `input` and `expect` are JSON texts.
struct CaseDraft {
  std::string name, requirements, command = "settle", input, expect;
};

// The bill of the calculator with what the rules answer now.
CaseDraft draft_from_bill(const policy::Library&, std::string_view settle_message);
CaseDraft draft_from_case(std::string_view case_text, Language = Language::zh);

struct WrittenCase {
  std::string text;       // the file, empty while there is a fault
  std::string file_name;  // "settle-….json"
  std::string name_fault, input_fault, expect_fault;
};
WrittenCase write_case(const CaseDraft&, const strings::Strings&);

// Texts kept on the device as one JSON list.
std::vector<std::string> read_kept(std::string_view list_json);
std::string write_kept(const std::vector<std::string>& texts);

}  // namespace mingbai::screens
