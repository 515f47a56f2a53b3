#pragma once
// Decisions and other acts (办理) on a filing by people: the one place where an event of a person becomes
// part of a life. Runs inside the caller's transaction; what it answers is true once that is committed.
//
//   known event id, same act            done, nothing written
//   no such filing, or not to be seen   unknown
//   seen, but not for this role         not_allowed
//   made on an older version            stale
//   against stage, rules or the check   refused, with every finding
//   otherwise                           done: the event, and what follows from it at once

#include <string>
#include <vector>

#include "core/policy/library.h"
#include "core/store/access.h"

namespace mingbai::store {

struct Act {
  std::string filing;
  std::string id;  // of the device, for repeats; may be empty
  std::int64_t version = 0;
  filing::Event event;  // its type and content; who and when are filled in here
};

enum class Acted : std::uint8_t { done, unknown, not_allowed, stale, refused, reused };

struct ActResult {
  Acted outcome = Acted::unknown;
  std::string findings = "[]";
};

Result<ActResult> act(Database&, const policy::Library&, const Asker&, const Act&, sync::Milliseconds now);

}  // namespace mingbai::store
