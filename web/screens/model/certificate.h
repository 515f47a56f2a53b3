#pragma once
// What is wrong with a certificate number as typed, before it is sent: nothing there, or 18 characters that are
// no citizen identity number. Passports and permits have other lengths; the office reads those itself.

#include <string_view>

#include "generated/strings.h"

namespace mingbai::screens {

std::string_view certificate_fault(std::string_view typed, const strings::Strings&);

}  // namespace mingbai::screens
