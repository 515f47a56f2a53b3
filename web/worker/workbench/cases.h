#pragma once
// Cases on the workbench: those of the packs and those a person has written, run against the packs or an overlay.

#include <string>
#include <vector>

#include "core/contract/cases.h"
#include "core/policy/library.h"

namespace mingbai::workbench {

struct Case {
  std::string file;  // "zhongshan/cases/good/settle-filed.json"; empty for one of a person's own
  std::string text;
};

// {"file","name","policy","command","requirement":[…],"passed","differences":[…]}, one a case. With an overlay only the
// cases of its base are run, asking the overlay instead.
contract::Json run_cases(const policy::Library&, const std::vector<Case>&, const std::string& base, const std::string& overlay);

}  // namespace mingbai::workbench
