#pragma once
// The doors of the first page, each a link with a line on what is behind it; and what the program promises.

#include <string_view>

#include "web/screens/context.h"

namespace mingbai::screens {

// `calculator`: the calculator's own address.
void draw_doors(const Context&, std::string_view calculator);
void draw_staff_doors(const Context&);  // nothing in the edition in one file
void draw_promises(const Context&);

}  // namespace mingbai::screens
