// Edits of filings: when one may be sent, and what becomes of one that came too late.

#include "core/store/device_filings.h"
#include "core/store/device_outbox.h"
#include "web/worker/desk/desk_transaction.h"

namespace mingbai::worker {

store::Result<bool> Desk::is_waiting(std::string_view filing) {
  auto entries = store::entries_of(*database_, account_);
  if (!entries) return note(entries.error()), std::unexpected(std::move(entries.error()));
  for (const auto& entry : *entries) {
    if (entry.envelope.filing == filing) return true;
  }
  return false;
}

store::Result<std::string> Desk::against_new(std::string_view draft) {
  auto submitted = is_submitted(draft);
  if (!submitted) return std::unexpected(std::move(submitted.error()));
  return *submitted ? "already_submitted" : "";
}

// One edit of a filing at a time: a second one would be made on a version that the first is about to change.
store::Result<std::string> Desk::against_edit(std::string_view filing) {
  auto waiting = is_waiting(filing);
  if (!waiting) return std::unexpected(std::move(waiting.error()));
  if (*waiting) return "already_submitted";
  auto open = store::conflict_about(*database_, account_, filing);
  if (!open) return note(open.error()), std::unexpected(std::move(open.error()));
  return *open ? "conflict_open" : "";
}

// An entry that was not sent, or refused as an edit, as a draft: of the new filing it was, or of the edit.
store::Draft Desk::draft_again(const sync::Queued& entry, sync::Milliseconds now, std::int64_t version) {
  const auto& envelope = entry.envelope;
  const bool edit = envelope.base_version > 0;
  return {.id = edit ? random_id(randomness_) : envelope.filing,
          .account = entry.account,
          .kind = envelope.kind,
          .form = entry.form,
          .updated_at = now,
          .filing = edit ? envelope.filing : "",
          .base_version = edit && version > 0 ? version : envelope.base_version};
}

// The person decides about the version he was shown; when the server's word has moved on since, he looks again.
void Desk::carry_out(const SettleConflict& settle, const Origin& origin, sync::Milliseconds now) {
  constexpr std::string_view during = "conflict_settle";
  auto conflict = store::find_conflict(*database_, settle.id);
  if (!conflict) return note(conflict.error()), refuse(origin, to_key(conflict.error().fault), during, settle.id);
  if (!*conflict) return refuse(origin, "unknown_conflict", during, settle.id);
  auto held = store::find_filing(*database_, account_, (*conflict)->filing);
  if (!held) return note(held.error()), refuse(origin, to_key(held.error().fault), during, settle.id);
  if (!*held || (*held)->server.version != settle.version) return refuse(origin, "conflict_moved", during, settle.id);
  if (settle.payload.size() > sync::payload_limit_bytes) return refuse(origin, "too_large", during, settle.id);
  do_once(origin, during, settle.id, now, [&]() -> store::Result<void> {
    (*held)->device.push_back({"kept_" + settle.choice, sync::utc_text(now)});
    auto done = store::put_filing(*database_, account_, **held);
    if (done) done = store::delete_conflict(*database_, settle.id);
    return done ? queue_settled(**conflict, settle, now) : done;
  });
}

store::Result<void> Desk::queue_settled(const store::Conflict& conflict, const SettleConflict& settle, sync::Milliseconds now) {
  if (settle.choice == "theirs") return {};
  if (settle.choice == "draft") {
    return store::save_draft(*database_, {.id = random_id(randomness_),
                                          .account = conflict.account,
                                          .kind = conflict.kind,
                                          .form = conflict.form,
                                          .updated_at = now});
  }
  const bool fields = settle.choice == "fields";
  sync::Queued entry;
  entry.envelope = {.id = random_id(randomness_),
                    .filing = conflict.filing,
                    .base_version = settle.version,
                    .kind = conflict.kind,
                    .created_at = sync::utc_text(now),
                    .payload = fields ? settle.payload : conflict.payload};
  entry.account = account_;
  entry.form = fields ? settle.form : conflict.form;
  entry.queued_at = now;
  return store::queue_entry(*database_, entry);
}

}  // namespace mingbai::worker
