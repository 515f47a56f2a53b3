// How the value of a field is shown while nobody is typing. Pure.
//
//   shown_money("50000")              "50,000.00"; what is not an amount is shown as it was typed
//   shown_identity("11010519491231002X")  "1101**********002X"
#pragma once

#include <string>
#include <string_view>

namespace mingbai::ui {

std::string shown_money(std::string_view typed);
std::string shown_identity(std::string_view typed);
std::string dots(std::string_view typed);  // of a password

}  // namespace mingbai::ui
