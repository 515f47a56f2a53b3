#include "shell/server/log.h"

#include <cstdio>

#include "shell/server/clock.h"

namespace mingbai::server {

void Log::write(std::string_view event, std::initializer_list<Field> fields) {
  if (quiet_) return;
  std::string line = sync::utc_text(now()) + " " + std::string(event);
  for (const auto& [key, value] : fields) line.append(" ").append(key).append("=").append(value);
  line += '\n';
  const std::lock_guard lock(mutex_);
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace mingbai::server
