#pragma once
// Cases (案例): an input with the part of the answer that is expected, run alike by tests, command line and
// screens.
//
//   {"name": {"zh", "en"}, "requirement": ["R067"], "command": "settle" | "check" | "score", "input": {…}, "expect": {…}}
//
// A name may be one text for both languages, as somebody types it. `expect` names what matters. Objects are compared by the keys it names; a list holds when each member is
// found, in any order; {"exactly": […]} means these members, in this order and no others; every other value
// must be equal.

#include <optional>
#include <string>
#include <vector>

#include "core/base/text.h"
#include "core/contract/json.h"

namespace mingbai::policy {
class Library;
}

namespace mingbai::contract {

struct CaseResult {
  Text name;
  std::vector<std::string> requirements;
  bool readable = false;
  std::vector<std::string> differences;  // "self_pay: expected \"12600.00\", found \"12700.00\""
  bool passed() const { return readable && differences.empty(); }
};

// `instead` is the policy the case is asked of in place of its own: an overlay, to see what differs.
CaseResult run_case(const policy::Library&, std::string_view case_json, const std::string& instead = "");

// What of `expected` is not found in `actual`, with its path.
std::vector<std::string> differences(const Json& expected, const Json& actual, const std::string& path = "");

}  // namespace mingbai::contract
