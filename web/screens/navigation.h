#pragma once
// The bars of every screen: doors, language, large text, network, account.

#include <string>

#include "web/screens/context.h"

namespace mingbai::screens {

struct NavigationAsk {
  bool other_language = false;
  bool other_size = false;
};

// `calculator` is the calculator's own address, so that its door leads back to the bill being entered.
NavigationAsk draw_navigation(const Context&, std::string_view screen, std::string_view calculator, bool reviewer);

// The edition in one file has no server behind it (web/single_file): what needs one is not offered there.
bool alone();

std::string_view screen_title(std::string_view screen, const strings::Strings&);

}  // namespace mingbai::screens
