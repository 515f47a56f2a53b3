#pragma once
// Who took an application in (受理), by the account that sends it: an office for what it says was handled at its
// own counter and what falls to it, for a person who is not the account's own; the person otherwise. Somebody who
// holds an office and files for himself, or for whom he acts, is a person like any other; and an office's account that nobody
// has bound to its owner takes in nothing, for nobody can tell whose application it is.

#include <string_view>

#include "core/filing/life/rules.h"
#include "core/filing/matter.h"
#include "core/store/access.h"

namespace mingbai::store {

Result<filing::Taking> taking_of(Database&, const Asker&, const filing::Matter&, std::string_view person,
                                 Date today);

}  // namespace mingbai::store
