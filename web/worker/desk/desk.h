#pragma once
// The desk: everything the worker decides. Commands, answers and the passing of time go in; events and requests come
// out. It owns the database; it has no clock, no network and no randomness of its own.
//
// Invariants:
// - Every change is one transaction, and an event about it is queued only after its commit: `saved` means durable.
// - A command is done once, however often its tab sends it (device_settings.h).
// - An entry leaves the outbox on a genuine result, or when the person withdraws it.
// - An edit that came too late stands beside the filing as a conflict until its person decides (device_conflicts.h).
// - Papers follow their filing: none is sent before the filing has its receipt, one part of one paper is in flight.
// - Never are two pushes in flight; an answer to a request that is not the one in flight is ignored.
// - Drafts and entries made without an account belong to the device; what belongs to another account is not shown. A
//   logout takes the account's and the device's.
//
//   Desk desk(std::move(database), {"opfs", ""}, randomness);
//   if (auto opened = desk.open(now); !opened) …
//   desk.command({tab, 7}, R"({"cmd":"draft_save",…})", now);
//   while (auto message = desk.next_message()) post(*message);
//   while (auto request = desk.next_request()) fetch(*request);   // → desk.answer(request->number, http, now)

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/store/database.h"
#include "core/store/device_conflicts.h"
#include "core/store/device_drafts.h"
#include "core/sync/cycle.h"
#include "web/worker/desk/backup.h"
#include "web/worker/desk/command.h"
#include "web/worker/desk/event.h"
#include "web/worker/desk/origin.h"
#include "web/worker/desk/randomness.h"
#include "web/worker/desk/session.h"
#include "web/worker/desk/upload.h"

namespace mingbai::worker {

// To one tab, or to all when `to` is empty; an acknowledgement, an event, or both. `backup`: the file goes along.
struct Message {
  std::string to;
  std::optional<std::int64_t> acknowledged;
  std::string event;
  bool backup = false;
};

struct Request {
  int number = 0;
  Question question;
};

class Desk {
 public:
  Desk(std::unique_ptr<store::Database>, Storage, Randomness&);

  store::Result<void> open(sync::Milliseconds now);

  void command(const Origin&, std::string_view json, sync::Milliseconds now, const Enclosure& = {});
  void greet(const std::string& tab);  // a tab has come: it is told the state
  void set_online(bool online, sync::Milliseconds now);
  void answer(int request, const sync::HttpAnswer&, sync::Milliseconds now);
  void tick(sync::Milliseconds now);

  std::optional<Message> next_message();
  std::optional<Request> next_request();
  // Of the backup that was last asked for, until one is empty; to be taken before anything else happens.
  store::Result<std::string> next_backup_piece();
  std::optional<sync::Milliseconds> wake_at(sync::Milliseconds now) const;  // later than now

  // The files under the database have failed, other than for want of room: open them anew, with a new desk.
  bool storage_lost() const { return storage_lost_; }

  // A logout has left nothing of anybody: the files and their key can go, and a new desk begins, told that the end of the
  // session is owed.
  bool emptied() const { return emptied_; }
  void owe_session_end();

 private:
  // One transaction: all of `work` or nothing. A failure is noted.
  template <class Work>
  store::Result<void> in_transaction(Work&& work);
  template <class Work>
  bool do_once(const Origin&, std::string_view during, std::string_view id, sync::Milliseconds now, Work&& work);
  void note(const store::Error&);

  // desk_commands.cpp
  bool was_done(const Command&, const Origin&);
  void carry_out(const SaveDraft&, const Origin&, sync::Milliseconds now);
  void carry_out(const DeleteDraft&, const Origin&, sync::Milliseconds now);
  void carry_out(const Submit&, const Origin&, sync::Milliseconds now);
  void carry_out(const Retry&, const Origin&, sync::Milliseconds now);
  void carry_out(const Withdraw&, const Origin&, sync::Milliseconds now);
  void carry_out(const AddPaper&, const Origin&, sync::Milliseconds now);
  void carry_out(const DeletePaper&, const Origin&, sync::Milliseconds now);
  void carry_out(const SettleConflict&, const Origin&, sync::Milliseconds now);  // desk_conflicts.cpp
  void carry_out(const MakeBackup&, const Origin&, sync::Milliseconds now);  // desk_backup.cpp
  void carry_out(const Restore&, const Origin&, sync::Milliseconds now);
  void carry_out(const Register&, const Origin&, sync::Milliseconds now);
  void carry_out(const Login&, const Origin&, sync::Milliseconds now);
  void carry_out(const Logout&, const Origin&, sync::Milliseconds now);
  void carry_out(const Synchronise&, const Origin&, sync::Milliseconds now);
  void refuse(const Origin&, std::string_view code, std::string_view during, std::string_view id = {});
  store::Result<bool> has_unsent_work();
  store::Result<bool> is_submitted(std::string_view draft);
  store::Result<bool> is_waiting(std::string_view filing);
  store::Result<std::string> against_new(std::string_view draft);
  store::Result<std::string> against_edit(std::string_view filing);
  store::Draft draft_again(const sync::Queued&, sync::Milliseconds now, std::int64_t version = 0);
  store::Result<void> queue_settled(const store::Conflict&, const SettleConflict&, sync::Milliseconds now);
  void forget_account();

  // desk_sync.cpp
  void start_sync(sync::Milliseconds now);
  std::string push_body();
  std::vector<sync::Envelope> envelopes() const;
  void answer_sync(const sync::HttpAnswer&, sync::Milliseconds now);
  void answer_push(const sync::HttpAnswer&, sync::Milliseconds now);
  void answer_pull(const sync::HttpAnswer&, sync::Milliseconds now);
  void block_single(const sync::HttpAnswer&, sync::Milliseconds now);
  store::Result<void> take(const sync::Queued&, const sync::PushResult&, sync::Milliseconds now);
  store::Result<void> take(const sync::Record&);
  void fail(sync::NetworkFault, const sync::HttpAnswer&, sync::Milliseconds now);
  void answer_session(const sync::HttpAnswer&, sync::Milliseconds now);
  void log_in(const Verdict&);

  // desk_backup.cpp
  store::Result<Backup> local_work();
  store::Result<bool> is_here(const std::string& draft);
  store::Result<bool> take_back(store::Paper, const std::string& bytes);
  store::Result<Restored> take_back(const Backup&, FileSource&, sync::Milliseconds now);

  // desk_papers.cpp
  void start_upload(sync::Milliseconds now);
  void answer_upload(const sync::HttpAnswer&, sync::Milliseconds now);
  void settle_upload(store::PaperState, sync::Milliseconds now);
  void leave_upload();

  store::Result<void> recall_pulled();
  void settle(sync::Milliseconds now);
  int ask(Question);
  bool logged_in() const { return !account_.empty(); }
  bool keeps() const { return storage_.kind != "memory"; }
  void acknowledge(const Origin&);
  void tell(const Origin&, std::string event);
  std::optional<std::string> state();

  std::unique_ptr<store::Database> database_;
  Storage storage_;
  Randomness& randomness_;
  bool storage_lost_ = false;
  bool emptied_ = false;
  bool changed_ = false;

  std::string account_;
  std::int64_t pulled_ = 0;  // the last sequence this account has seen
  sync::Cycle cycle_;
  Session session_;

  int last_request_ = 0;
  int session_request_ = 0;  // 0: none in flight
  int sync_request_ = 0;
  int upload_request_ = 0;
  sync::Step sync_step_ = sync::Step::rest;
  bool stale_ = false;  // the session changed while the request was on its way
  std::vector<sync::Queued> pushed_;
  Upload upload_;
  std::vector<std::pair<std::string_view, std::string>> news_;  // code and id, to be told once they are durable

  struct {
    std::string head;
    std::vector<store::Paper> papers;  // whose content is still to come
    std::int64_t part = 0, sent = 0;   // of the first of them
  } backup_;

  std::deque<Message> messages_;
  std::deque<Request> requests_;
};

}  // namespace mingbai::worker
