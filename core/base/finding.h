#pragma once
// A finding (问题项): one reason, stated so that the person can act on it. Findings come all at once: a check
// collects, it cannot stop at the first.
//
// `code` is stable and lower_snake: one of the input faults of core/contract/fault.h or a requirement's code
// from a pack. `fact` is a path ("claim.total"; for packs a JSON pointer "tables/2/rows/0"). `actual` and
// `allowed` are values in their JSON form, empty when there is nothing to say.

#include <optional>
#include <string>
#include <vector>

#include "core/base/text.h"
#include "core/policy/source.h"

namespace mingbai {

struct Finding {
  std::string code;
  std::string fact;
  std::optional<std::string> actual;
  std::vector<std::string> allowed;
  Text message;
  Text remedy;
  std::optional<policy::Source> source;
};

using Findings = std::vector<Finding>;

}  // namespace mingbai
