#pragma once
// The sessions of an account as devices one recognises (docs/formats/protocol.md, sessions).

#include <string>
#include <string_view>
#include <vector>

#include "generated/strings.h"

namespace mingbai::screens {

struct AccountDevice {
  std::string id, name, seen;  // "Firefox, Windows"; "2026-11-22 10:20"
  bool current = false;
};
std::vector<AccountDevice> account_devices(std::string_view answer, const strings::Strings&);

}  // namespace mingbai::screens
