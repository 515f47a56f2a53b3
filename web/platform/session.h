// What the page has told the C++ side so far.
#pragma once

#include <string>

namespace mingbai::platform {

struct Session {
  std::string policies, today, time, title, address, media_type;
  double layout_ms = 0;
};

Session& session();

}  // namespace mingbai::platform
