#include "core/sync/filing_copy.h"

namespace mingbai::sync {

FilingCopy merge(const std::optional<FilingCopy>& held, const Record& record) {
  FilingCopy merged = held.value_or(FilingCopy{});
  if (!held || record.sequence >= held->server.sequence) merged.server = record;
  return merged;
}

bool leaves_it_received(const std::optional<FilingCopy>& held, const PushResult& result) {
  return result.outcome == Outcome::refused && held && held->server.state == FilingState::received;
}

FilingCopy settled(const std::optional<FilingCopy>& held, const Queued& entry, const PushResult& result) {
  if (leaves_it_received(held, result)) return *held;
  Record record;
  if (held) record.events = held->server.events;
  record.filing = entry.envelope.filing;
  record.version = result.version;
  record.kind = entry.envelope.kind;
  record.envelope = entry.envelope.id;
  record.payload = entry.envelope.payload;
  if (result.outcome == Outcome::received) {
    record.state = FilingState::received;
    record.sequence = result.receipt->sequence;
    record.receipt = result.receipt;
    record.events.push_back({"received", result.receipt->received_at});
  } else {
    record.state = FilingState::refused;
    record.findings = result.findings;
    record.events.push_back({"refused", result.decided_at});
  }
  return with_origin(merge(held, record), entry);
}

FilingCopy with_origin(FilingCopy copy, const Queued& entry) {
  copy.form = entry.form;
  if (!entry.saved_at.empty()) copy.device.push_back({"saved", entry.saved_at});
  copy.device.push_back({"queued", utc_text(entry.queued_at)});
  return copy;
}

}  // namespace mingbai::sync
