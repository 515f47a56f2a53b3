#pragma once
// What the worker tells the screens, as JSON text. `state` is the whole truth at one moment and is sent whenever any
// of it changed; `saved`, `restored` and `fault` answer one command of one tab.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/device_conflicts.h"
#include "core/store/device_drafts.h"
#include "core/store/device_papers.h"
#include "core/sync/answer.h"
#include "core/sync/filing_copy.h"
#include "core/sync/outbox.h"

namespace mingbai::worker {

struct Storage {
  std::string kind;   // opfs | indexeddb | memory
  std::string fault;  // empty, or why it is not better
  bool full = false;  // no room at the last attempt; the next commit that succeeds ends it
};

struct Network {
  bool online = true;
  sync::NetworkFault fault = sync::NetworkFault::none;
  std::optional<sync::Milliseconds> retry_at;
  bool syncing = false;
};

// The paper that is on its way, and how far.
struct Sending {
  std::string paper;
  std::int64_t sent = 0;
  sync::NetworkFault fault = sync::NetworkFault::none;
  std::optional<sync::Milliseconds> retry_at;
};

struct State {
  Storage storage;
  Network network;
  std::string account;  // empty: nobody is logged in
  bool session = false;
  std::vector<store::Draft> drafts;
  std::vector<sync::Queued> queue;
  std::vector<sync::FilingCopy> filings;
  std::vector<store::Paper> papers;
  std::vector<store::Conflict> conflicts;
  Sending upload;
};

std::string state_event(const State&);

// What a backup has brought back, and how many drafts of it were here already.
struct Restored {
  int drafts = 0, papers = 0, skipped = 0;
};

std::string restored_event(const Restored&);

std::string saved_event(std::string_view id, sync::Milliseconds at);

// `id` empty: the fault is about no single draft or entry. `findings`: a JSON array, or empty.
std::string fault_event(std::string_view code, std::string_view during, std::string_view id = {},
                        std::string_view findings = {});

}  // namespace mingbai::worker
