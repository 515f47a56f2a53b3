#pragma once
// The summary of a simulation in words, for a terminal.

#include <string>

#include "core/scenario/summary.h"

namespace mingbai::cli {

std::string simulation_text(const scenario::Summary&, Language);

}  // namespace mingbai::cli
