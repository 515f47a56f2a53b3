#include "web/worker/desk/desk.h"

#include <algorithm>

#include "core/store/device_filings.h"
#include "core/store/device_outbox.h"
#include "core/store/device_schema.h"
#include "core/store/device_settings.h"

namespace mingbai::worker {

Desk::Desk(std::unique_ptr<store::Database> database, Storage storage, Randomness& randomness)
    : database_(std::move(database)), storage_(std::move(storage)), randomness_(randomness) {}

store::Result<void> Desk::open(sync::Milliseconds now) {
  if (auto prepared = store::prepare_device(*database_); !prepared) return prepared;
  auto account = store::setting(*database_, "account");
  if (!account) return std::unexpected(std::move(account.error()));
  account_ = account->value_or("");
  if (auto pulled = recall_pulled(); !pulled) return pulled;
  auto owed = store::setting(*database_, "session_end");
  if (!owed) return std::unexpected(std::move(owed.error()));
  if (*owed) session_.owe_end();
  changed_ = true;
  settle(now);
  return {};
}

store::Result<void> Desk::recall_pulled() {
  pulled_ = 0;
  auto pulled = store::setting(*database_, "pulled:" + account_);
  if (!pulled) return std::unexpected(std::move(pulled.error()));
  for (const char digit : pulled->value_or("")) pulled_ = pulled_ * 10 + (digit - '0');
  return {};
}

void Desk::greet(const std::string& tab) {
  if (auto event = state()) messages_.push_back({.to = tab, .event = std::move(*event)});
}

void Desk::set_online(bool online, sync::Milliseconds now) {
  changed_ = changed_ || online != cycle_.online();
  cycle_.set_online(online);
  if (online) session_.hurry(), upload_.hurry();
  settle(now);
}

void Desk::answer(int request, const sync::HttpAnswer& answer, sync::Milliseconds now) {
  if (request == 0) return;
  if (request == session_request_) {
    session_request_ = 0;
    answer_session(answer, now);
  } else if (request == sync_request_) {
    sync_request_ = 0;
    answer_sync(answer, now);
  } else if (request == upload_request_) {
    upload_request_ = 0;
    answer_upload(answer, now);
  }
  settle(now);
}

void Desk::tick(sync::Milliseconds now) { settle(now); }

std::optional<Message> Desk::next_message() {
  if (messages_.empty()) return std::nullopt;
  Message message = std::move(messages_.front());
  messages_.pop_front();
  return message;
}

std::optional<Request> Desk::next_request() {
  if (requests_.empty()) return std::nullopt;
  Request request = std::move(requests_.front());
  requests_.pop_front();
  return request;
}

std::optional<sync::Milliseconds> Desk::wake_at(sync::Milliseconds now) const {
  std::optional<sync::Milliseconds> wake;
  const auto consider = [&](std::optional<sync::Milliseconds> moment) {
    if (moment && *moment > now && (!wake || *moment < *wake)) wake = moment;
  };
  consider(session_.wake_at());
  if (logged_in() && cycle_.online() && !cycle_.busy()) consider(cycle_.retry_at());
  if (logged_in() && cycle_.online() && upload_request_ == 0) consider(upload_.retry_at());
  return wake;
}

// Sends what is due and, when something changed, tells every tab.
void Desk::settle(sync::Milliseconds now) {
  if (session_request_ == 0) {
    if (auto question = session_.next(now)) session_request_ = ask(std::move(*question));
  }
  start_sync(now);
  start_upload(now);
  if (!changed_) return;
  if (auto event = state()) {
    messages_.push_back({.event = std::move(*event)});
    changed_ = false;
  }
}

int Desk::ask(Question question) {
  requests_.push_back({++last_request_, std::move(question)});
  return last_request_;
}

void Desk::note(const store::Error& error) {
  const bool full = error.fault == store::Fault::disk_full;
  storage_lost_ = storage_lost_ || (!full && error.fault != store::Fault::constraint);
  changed_ = changed_ || (full && !storage_.full);
  storage_.full = storage_.full || full;
}

void Desk::acknowledge(const Origin& origin) {
  messages_.push_back({.to = origin.tab, .acknowledged = origin.number});
}

void Desk::tell(const Origin& origin, std::string event) {
  messages_.push_back({.to = origin.tab, .event = std::move(event)});
}

std::optional<std::string> Desk::state() {
  auto drafts = store::drafts_of(*database_, account_);
  auto queue = store::entries_of(*database_, account_);
  std::vector<sync::FilingCopy> filings;
  if (logged_in()) {
    auto held = store::filings_of(*database_, account_);
    if (!held) return note(held.error()), std::nullopt;
    filings = std::move(*held);
  }
  if (!drafts) return note(drafts.error()), std::nullopt;
  if (!queue) return note(queue.error()), std::nullopt;
  auto papers = store::papers_of(*database_, account_);
  if (!papers) return note(papers.error()), std::nullopt;
  auto conflicts = store::conflicts_of(*database_, account_);
  if (!conflicts) return note(conflicts.error()), std::nullopt;
  const bool session = logged_in() && cycle_.fault() != sync::NetworkFault::login_required;
  return state_event({.storage = storage_,
                      .network = {.online = cycle_.online(),
                                  .fault = cycle_.fault(),
                                  .retry_at = cycle_.retry_at(),
                                  .syncing = cycle_.busy() || session_.busy()},
                      .account = account_,
                      .session = session,
                      .drafts = std::move(*drafts),
                      .queue = std::move(*queue),
                      .filings = std::move(filings),
                      .papers = std::move(*papers),
                      .conflicts = std::move(*conflicts),
                      .upload = {.paper = upload_.active() ? upload_.paper().id : std::string(),
                                 .sent = upload_.sent(),
                                 .fault = upload_.fault(),
                                 .retry_at = upload_.retry_at()}});
}

}  // namespace mingbai::worker
