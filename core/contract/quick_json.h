#pragma once
// A quick reader of JSON for text that is well-formed UTF-8, as nearly all text is well-formed JSON.
//
// Of anything it is not sure of (a fault of syntax, an escape \u) it says only that; whoever called reads the text
// again with the library, which knows the fault's place and name.

#include <string_view>

#include "core/contract/json_builder.h"

namespace mingbai::contract {

// False: read it otherwise; what the builder has then is worth nothing.
bool read_quickly(std::string_view text, JsonBuilder&);

}  // namespace mingbai::contract
