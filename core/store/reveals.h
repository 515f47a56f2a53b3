#pragma once
// Reveals of many certificate numbers at once (批量查看证件号码): asked for by one person with a reason,
// confirmed by another, then shown once more to the first, each step with its entry in the audit log.

#include <optional>
#include <string>
#include <vector>

#include "core/store/database.h"
#include "core/sync/instant.h"

namespace mingbai::store {

struct Reveal {
  std::string id;
  std::int64_t asked_by = 0;
  std::vector<std::string> filings;
  std::string reason;
  std::optional<std::int64_t> confirmed_by;
};

Result<void> ask_reveal(Database&, const Reveal&, const std::string& role, sync::Milliseconds now);
Result<std::optional<Reveal>> find_reveal(Database&, std::string_view id);
Result<void> confirm_reveal(Database&, const Reveal&, std::int64_t by, const std::string& role,
                            sync::Milliseconds now);

}  // namespace mingbai::store
