// What each command does. A command that is refused is acknowledged as well: the tab learns why from the fault event.

#include <algorithm>

#include "core/store/device_drafts.h"
#include "core/store/device_filings.h"
#include "core/store/device_outbox.h"
#include "core/store/device_papers.h"
#include "core/store/sqlite_database.h"
#include "web/worker/desk/desk_transaction.h"

namespace mingbai::worker {

void Desk::command(const Origin& origin, std::string_view json, sync::Milliseconds now, const Enclosure& file) {
  auto command = read_command(json);
  if (auto* add = command ? std::get_if<AddPaper>(&*command) : nullptr) add->file = file;
  if (auto* restore = command ? std::get_if<Restore>(&*command) : nullptr) restore->file = file;
  if (!command) {
    refuse(origin, "bad_command", command.error().name);
  } else if (!was_done(*command, origin)) {
    std::visit([&](auto& given) { carry_out(given, origin, now); }, *command);
  }
  settle(now);
}

// A tab did not hear that its command was done, perhaps by the owner before this one: it is told again. Commands whose
// work is the network's are not noted and simply run anew.
bool Desk::was_done(const Command& command, const Origin& origin) {
  if (!changes_database(command)) return false;
  auto done = store::is_done(*database_, origin.tab, origin.number);
  if (!done) note(done.error());
  if (!done || !*done) return false;
  if (const auto* save = std::get_if<SaveDraft>(&command)) {
    auto draft = store::find_draft(*database_, save->id);
    if (draft && *draft && keeps()) tell(origin, saved_event(save->id, (*draft)->updated_at));
  }
  acknowledge(origin);
  return true;
}

void Desk::refuse(const Origin& origin, std::string_view code, std::string_view during, std::string_view id) {
  tell(origin, fault_event(code, during, id));
  acknowledge(origin);
}

void Desk::carry_out(const SaveDraft& save, const Origin& origin, sync::Milliseconds now) {
  const std::string id = save.id.empty() ? random_id(randomness_) : save.id;
  auto submitted = save.edits.filing.empty() ? is_submitted(id) : is_waiting(save.edits.filing);
  if (!submitted) return refuse(origin, to_key(submitted.error().fault), "draft_save", id);
  if (*submitted) return refuse(origin, "already_submitted", "draft_save", id);
  const bool durable = do_once(origin, "draft_save", id, now, [&] {
    return store::save_draft(
        *database_, {.id = id,
                     .account = account_,
                     .kind = save.kind,
                     .form = save.form,
                     .updated_at = now,
                     .filing = save.edits.filing,
                     .base_version = save.edits.version});
  });
  if (durable) tell(origin, keeps() ? saved_event(id, now) : fault_event("not_durable", "draft_save", id));
}

// A screen that saves a little late must not bring back what was just submitted.
store::Result<bool> Desk::is_submitted(std::string_view draft) {
  auto waiting = is_waiting(draft);
  if (!waiting || *waiting) return waiting;
  auto copy = store::find_filing(*database_, account_, draft);
  if (!copy) return note(copy.error()), std::unexpected(std::move(copy.error()));
  return copy->has_value();
}

void Desk::carry_out(const DeleteDraft& given, const Origin& origin, sync::Milliseconds now) {
  do_once(origin, "draft_delete", given.id, now, [&] {
    auto done = store::delete_draft(*database_, given.id);
    return done ? store::delete_papers_for(*database_, given.id) : done;
  });
}

void Desk::carry_out(const Submit& submit, const Origin& origin, sync::Milliseconds now) {
  if (submit.payload.size() > sync::payload_limit_bytes) return refuse(origin, "too_large", "submit", submit.draft);
  auto draft = store::find_draft(*database_, submit.draft);
  if (!draft) return note(draft.error()), refuse(origin, to_key(draft.error().fault), "submit", submit.draft);
  Edited edits = submit.edits;
  if (edits.filing.empty() && *draft) edits = {(*draft)->filing, (*draft)->base_version};
  auto against = edits.filing.empty() ? against_new(submit.draft) : against_edit(edits.filing);
  if (!against) return refuse(origin, to_key(against.error().fault), "submit", submit.draft);
  if (!against->empty()) return refuse(origin, *against, "submit", submit.draft);
  do_once(origin, "submit", submit.draft, now, [&]() -> store::Result<void> {
    sync::Queued entry;
    entry.envelope.id = random_id(randomness_);
    entry.envelope.filing = !edits.filing.empty() ? edits.filing : submit.draft.empty() ? random_id(randomness_) : submit.draft;
    entry.envelope.base_version = edits.version;
    entry.envelope.kind = submit.kind;
    entry.envelope.created_at = sync::utc_text(now);
    entry.envelope.payload = submit.payload;
    entry.account = account_;
    entry.form = submit.form;
    entry.saved_at = *draft ? sync::utc_text((*draft)->updated_at) : "";
    entry.queued_at = now;
    if (auto queued = store::queue_entry(*database_, entry); !queued) return queued;
    return store::delete_draft(*database_, submit.draft);
  });
}

void Desk::carry_out(const Retry& retry, const Origin& origin, sync::Milliseconds) {
  if (!retry.id.empty()) {
    auto freed = in_transaction([&] { return store::block_entry(*database_, retry.id, ""); });
    if (!freed) return refuse(origin, to_key(freed.error().fault), "retry", retry.id);
  }
  cycle_.wish();
  upload_.hurry();
  changed_ = true;
  acknowledge(origin);
}

void Desk::carry_out(const Withdraw& withdraw, const Origin& origin, sync::Milliseconds now) {
  auto entry = store::find_entry(*database_, withdraw.id);
  if (!entry) return note(entry.error()), refuse(origin, to_key(entry.error().fault), "withdraw_queued", withdraw.id);
  if (!*entry) return refuse(origin, "unknown_entry", "withdraw_queued", withdraw.id);
  const sync::Queued& found = **entry;
  do_once(origin, "withdraw_queued", withdraw.id, now, [&]() -> store::Result<void> {
    if (auto gone = store::delete_entry(*database_, withdraw.id); !gone) return gone;
    const bool edit = found.envelope.base_version > 0;  // its papers are the filing's
    if (!withdraw.keep_draft) return edit ? store::Result<void>{} : store::delete_papers_for(*database_, found.envelope.filing);
    return store::save_draft(*database_, draft_again(found, now));
  });
}

void Desk::carry_out(const Register& given, const Origin& origin, sync::Milliseconds) {
  if (!session_.is_asking(origin)) session_.ask_register(given.login, given.password, origin);
  changed_ = true;
}

void Desk::carry_out(const Login& given, const Origin& origin, sync::Milliseconds) {
  if (!session_.is_asking(origin)) session_.ask_login(given.login, given.password, origin);
  changed_ = true;
}

// What the account has on this device goes at once, with or without a network; the server hears of it when it can.
void Desk::carry_out(const Logout& logout, const Origin& origin, sync::Milliseconds now) {
  if (!logged_in()) return acknowledge(origin);
  auto unsent = has_unsent_work();
  if (!unsent) return refuse(origin, to_key(unsent.error().fault), "logout");
  if (*unsent && !logout.discard_unsent) return refuse(origin, "unsent_work", "logout");
  const bool wiped = do_once(origin, "logout", "", now, [&]() -> store::Result<void> {
    auto done = store::delete_drafts_of(*database_, account_);
    if (done) done = store::delete_entries_of(*database_, account_);
    if (done) done = store::delete_filings_of(*database_, account_);
    if (done) done = store::delete_papers_of(*database_, account_);
    if (done) done = store::delete_conflicts_of(*database_, account_);
    if (done) done = store::delete_setting(*database_, "pulled:" + account_);
    if (done) done = store::delete_setting(*database_, "account");
    if (done) done = store::set_setting(*database_, "session_end", "owed");
    return done;
  });
  if (!wiped) return;
  // The log still holds the wiped rows until it is emptied.
  if (auto emptied = store::checkpoint(*database_); !emptied) note(emptied.error());
  forget_account();
  auto nothing = store::holds_nothing(*database_);
  emptied_ = nothing && *nothing;
}

void Desk::owe_session_end() {
  (void)in_transaction([&] { return store::set_setting(*database_, "session_end", "owed"); });
  session_.owe_end();
}

void Desk::forget_account() {
  account_.clear();
  pulled_ = 0;
  stale_ = sync_request_ != 0;
  leave_upload();
  cycle_.logged_out();
  session_.owe_end();
}

store::Result<bool> Desk::has_unsent_work() {
  auto entries = store::entries_of(*database_, account_);
  if (!entries) return note(entries.error()), std::unexpected(std::move(entries.error()));
  auto drafts = store::drafts_of(*database_, account_);
  if (!drafts) return note(drafts.error()), std::unexpected(std::move(drafts.error()));
  auto papers = store::papers_of(*database_, account_);
  if (!papers) return note(papers.error()), std::unexpected(std::move(papers.error()));
  const bool waiting = std::any_of(papers->begin(), papers->end(), [](const auto& each) { return each.state == store::PaperState::waiting; });
  auto conflicts = store::conflicts_of(*database_, account_);
  if (!conflicts) return note(conflicts.error()), std::unexpected(std::move(conflicts.error()));
  return !entries->empty() || !drafts->empty() || !conflicts->empty() || waiting;
}

void Desk::carry_out(const Synchronise&, const Origin& origin, sync::Milliseconds) {
  cycle_.wish();
  upload_.hurry();
  changed_ = true;
  acknowledge(origin);
}

}  // namespace mingbai::worker
