#pragma once
// A device's copy of a filing: what the server said of it last, and what only this device knows (the form it was made
// from, when it was saved and queued here).
//
// merge() is the one rule: the record with the highest sequence is the server's word, whatever order records arrive in
// and however often; what the device alone knows is kept. A refusal learnt from a push has sequence 0 until a pull brings
// its record.
//
//   merge(merge(none, a), b) == merge(merge(none, b), a)

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/sync/outbox.h"
#include "core/sync/record.h"

namespace mingbai::sync {

struct FilingCopy {
  Record server;
  std::string form;           // JSON text; empty when it was made elsewhere
  std::vector<Event> device;  // saved, queued; kept_mine, kept_theirs, kept_fields of a conflict
  friend bool operator==(const FilingCopy&, const FilingCopy&) = default;
};

FilingCopy merge(const std::optional<FilingCopy>& held, const Record&);

// What an answered entry of the outbox becomes. Only for `received` and `refused`. An edit of a received filing that is refused
// leaves the filing as it stands.
FilingCopy settled(const std::optional<FilingCopy>& held, const Queued&, const PushResult&);

bool leaves_it_received(const std::optional<FilingCopy>& held, const PushResult&);

// Adds what the device knows of an entry to a copy that a pull brought first; what it knew before stays.
FilingCopy with_origin(FilingCopy, const Queued&);

}  // namespace mingbai::sync
