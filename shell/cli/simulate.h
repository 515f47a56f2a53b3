#pragma once
// mingbai simulate: one policy over many claims, or two and what differs. The claims are those of a seeded
// population (an id of the packs, or a file) or of a CSV; a terminal sees how far it has come.

#include "shell/cli/command.h"

namespace mingbai::cli {

int simulate(const Invocation&);

}  // namespace mingbai::cli
