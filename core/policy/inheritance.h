#pragma once
// What a pack takes from the province (省级政策包): the files of a pack and its ancestors, eldest first, and
// the elements of one file over all of them. A younger pack's element replaces every elder's of the same id.

#include <string>
#include <string_view>
#include <vector>

#include "core/policy/bundle.h"
#include "core/policy/element.h"

namespace mingbai::policy {

struct Ancestor {
  std::string folder;  // how places are written: "zhongshan"
  const PackFiles* files;
};

// The eldest first, the pack itself last; a circle or an ancestor that is missing is a fault.
std::vector<Ancestor> lineage(const Bundle&, const std::string& folder, Findings&);

// The elements of a file, or of the list `inside` it.
std::vector<Element> gathered(const std::vector<Ancestor>&, const std::string& file, std::string_view id_key,
                              std::string_view inside, Findings&);

}  // namespace mingbai::policy
