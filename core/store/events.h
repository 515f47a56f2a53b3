#pragma once
// The events (事件) of filings as the server keeps them: only ever added, numbered from 1 within a filing,
// each with its entry in the audit log, written in the same transaction.
//
// `version` and `sequence` are the filing's after the event; events of one transaction share them. `id` is
// the device's for an event it sent, so that a repeat is known; empty for the server's own.

#include <string>
#include <string_view>
#include <vector>

#include "core/filing/life/event.h"
#include "core/store/database.h"

namespace mingbai::store {

struct KeptEvent {
  std::int64_t ordinal = 0;
  std::int64_t sequence = 0;
  std::int64_t version = 0;
  std::string id;
  std::string detail = "{}";  // as it stands in the row
  filing::Event event;
};

// Oldest first.
Result<std::vector<KeptEvent>> events_of(Database&, std::string_view filing);

// What an event says on the wire and to the fold, without the numbers it is kept under.
std::vector<filing::Event> plain(const std::vector<KeptEvent>&);

// Adds the event after `ordinal` others, with its audit entry.
Result<void> append_event(Database&, const std::string& filing, KeptEvent);

struct KnownEvent {
  std::string filing;
  std::int64_t actor = 0;
  std::string type;
};
Result<std::optional<KnownEvent>> known_event(Database&, std::string_view id);

}  // namespace mingbai::store
