#pragma once
// Where each filing stands (办理进度), beside the filing itself: the fold of its events and what it is about,
// kept for lists and scopes. Always rewritten together with the event that changed it; the events are the
// truth.

#include <optional>
#include <string>
#include <vector>

#include "core/filing/life/life.h"
#include "core/filing/matter.h"
#include "core/store/events.h"

namespace mingbai::store {

struct Standing {
  std::string filing;
  std::int64_t account = 0;  // who handed it in
  std::int64_t version = 0;
  std::string payload;  // the last good one, else the last
  filing::LifeRules rules;
  filing::Life life;
  std::string policy;
  std::string region;
  std::string institution;
  std::string subject;
  bool by_agent = false;
  std::string person;
  std::vector<KeptEvent> events;
};

// Nothing: no such filing, or one that has no life yet (adoption.h).
Result<std::optional<Standing>> standing_of(Database&, std::string_view filing);

// Appends events after those the standing has, all under one version and sequence, and rewrites its row. The
// filing's own version and sequence are the caller's to set (touch_filing). Without events only the row is
// rewritten.
Result<void> add_events(Database&, Standing&, std::vector<KeptEvent>, std::int64_t version,
                        std::int64_t sequence, Date today);

Result<void> add_events(Database&, Standing&, std::vector<filing::Event>, std::int64_t version,
                        std::int64_t sequence, Date today);

// Filings of the same person and policy that are granted now, in the order they began; the filing itself
// among them.
Result<std::vector<std::string>> granted_to(Database&, const Standing&);

// The rules and matter of a new or edited application.
void take_matter(Standing&, const filing::LifeRules&, const filing::Matter&, std::string person);

// The next of the server's numbers, raised in this transaction.
Result<std::int64_t> next_sequence(Database&);

Result<void> touch_filing(Database&, std::string_view filing, std::int64_t version, std::int64_t sequence);

}  // namespace mingbai::store
