#pragma once
// What every screen is given: the rules, the names, the words of the language in use, the day, the device. Lives for
// one frame; the app owns what it points to.

#include <string_view>

#include "core/base/date.h"
#include "core/policy/library.h"
#include "generated/strings.h"
#include "web/screens/model/device_state.h"
#include "web/screens/model/names.h"

namespace mingbai::screens {

struct Context {
  const policy::Library& library;
  const Names& names;
  const DeviceState& device;
  strings::Strings t;
  Date today;
};

}  // namespace mingbai::screens
