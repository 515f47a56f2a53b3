#pragma once
// The requests of one input: a single JSON object, laid out as one likes, or JSON lines, one object each.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shell/cli/command.h"

namespace mingbai::cli {

// Lines count when the whole is not one object and some line by itself is.
std::vector<std::string_view> requests_in(std::string_view text);

// The one argument FILE or - of a command; nothing after saying what is wrong.
std::optional<std::string> read_input(const Invocation&);

}  // namespace mingbai::cli
