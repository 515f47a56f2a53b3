// Push, pull and the session: what is sent, and what an answer changes.

#include <nlohmann/json.hpp>

#include "core/store/device_drafts.h"
#include "core/store/device_filings.h"
#include "core/store/device_outbox.h"
#include "core/sync/sha256.h"
#include "web/worker/desk/desk_transaction.h"

namespace mingbai::worker {
namespace {

constexpr int pull_limit = 100;

std::string first_code(std::string_view findings) {
  const auto list = nlohmann::json::parse(findings.begin(), findings.end(), nullptr, false);
  if (!list.is_array() || list.empty() || !list[0].is_object()) return "rejected";
  const auto code = list[0].find("code");
  return code != list[0].end() && code->is_string() ? code->get<std::string>() : "rejected";
}

store::Conflict conflict_of(const sync::Queued& entry, const std::string& account, sync::Milliseconds now) {
  return {.id = entry.envelope.id,
          .account = account,
          .filing = entry.envelope.filing,
          .base_version = entry.envelope.base_version,
          .kind = entry.envelope.kind,
          .form = entry.form,
          .payload = entry.envelope.payload,
          .made_at = entry.envelope.created_at,
          .found_at = now};
}

}  // namespace

void Desk::start_sync(sync::Milliseconds now) {
  if (!logged_in() || cycle_.busy()) return;
  auto entries = store::entries_of(*database_, account_);
  if (!entries) return note(entries.error());
  const auto batch = sync::next_push(*entries, account_, cycle_.push_limit());
  sync_step_ = cycle_.next(now, !batch.empty(), true);
  if (sync_step_ == sync::Step::push) {
    pushed_.clear();
    for (const std::size_t at : batch) pushed_.push_back(std::move((*entries)[at]));
    sync_request_ = ask({"POST", "/api/v1/push", push_body()});
  } else if (sync_step_ == sync::Step::pull) {
    sync_request_ = ask({"GET", "/api/v1/pull?after=" + std::to_string(pulled_) + "&limit=" + std::to_string(pull_limit), ""});
  } else {
    return;
  }
  stale_ = false;
  changed_ = true;
  cycle_.begun(sync_step_);
}

// From here on the server may know these envelopes under this account, whether or not its answer arrives.
std::string Desk::push_body() {
  (void)in_transaction([&]() -> store::Result<void> {
    for (const auto& entry : pushed_) {
      auto done = store::assign_entry(*database_, entry.envelope.id, account_);
      if (done) done = store::count_attempt(*database_, entry.envelope.id);
      if (!done) return done;
    }
    return {};
  });
  return sync::write_push(envelopes());
}

std::vector<sync::Envelope> Desk::envelopes() const {
  std::vector<sync::Envelope> list;
  for (const auto& entry : pushed_) list.push_back(entry.envelope);
  return list;
}

void Desk::answer_sync(const sync::HttpAnswer& answer, sync::Milliseconds now) {
  changed_ = true;
  if (stale_) return cycle_.dropped();
  sync_step_ == sync::Step::push ? answer_push(answer, now) : answer_pull(answer, now);
}

void Desk::answer_push(const sync::HttpAnswer& answer, sync::Milliseconds now) {
  const auto results = sync::read_push_answer(envelopes(), answer);
  if (!results && results.error() == sync::NetworkFault::refused_message && pushed_.size() == 1) {
    return block_single(answer, now);
  }
  if (!results) return fail(results.error(), answer, now);
  const auto taken = in_transaction([&]() -> store::Result<void> {
    for (std::size_t at = 0; at < pushed_.size(); ++at) {
      if (auto done = take(pushed_[at], (*results)[at], now); !done) return done;
    }
    return {};
  });
  const auto news = std::exchange(news_, {});
  if (!taken) return fail(sync::NetworkFault::none, answer, now);
  for (const auto& [code, id] : news) messages_.push_back({.event = fault_event(code, "sync", id)});
  cycle_.succeeded(false);
}

// The whole message is refused and holds one envelope: it is this one's fault.
void Desk::block_single(const sync::HttpAnswer& answer, sync::Milliseconds now) {
  const std::string code = sync::read_problem(answer).code;
  const auto blocked = in_transaction([&] {
    return store::block_entry(*database_, pushed_.front().envelope.id, code.empty() ? "rejected" : code);
  });
  if (!blocked) return fail(sync::NetworkFault::none, answer, now);
  cycle_.succeeded(false);
}

store::Result<void> Desk::take(const sync::Queued& entry, const sync::PushResult& result, sync::Milliseconds now) {
  if (result.outcome == sync::Outcome::rejected) {
    return store::block_entry(*database_, entry.envelope.id, first_code(result.findings));
  }
  auto held = store::find_filing(*database_, account_, entry.envelope.filing);
  if (!held) return std::unexpected(std::move(held.error()));
  const bool conflict = result.outcome == sync::Outcome::conflict;
  const auto copy = conflict ? sync::merge(*held, *result.current) : sync::settled(*held, entry, result);
  auto done = store::put_filing(*database_, account_, copy);
  if (done) done = store::delete_entry(*database_, entry.envelope.id);
  if (done && conflict) {
    // Nobody is overwritten: the server's version stands, and ours beside it until the person decides.
    news_.emplace_back("conflict", entry.envelope.id);
    return store::put_conflict(*database_, conflict_of(entry, account_, now));
  }
  if (!done || !sync::leaves_it_received(*held, result)) return done;
  // The filing stays as it was: what was refused is a draft again, and its findings stand in the filing's history.
  const auto draft = draft_again(entry, now, result.version);
  news_.emplace_back("edit_refused", draft.id);
  return store::save_draft(*database_, draft);
}

void Desk::answer_pull(const sync::HttpAnswer& answer, sync::Milliseconds now) {
  const auto pull = sync::read_pull_answer(pulled_, answer);
  if (!pull) return fail(pull.error(), answer, now);
  const auto taken = in_transaction([&]() -> store::Result<void> {
    for (const auto& record : pull->records) {
      if (auto done = take(record); !done) return done;
    }
    return store::set_setting(*database_, "pulled:" + account_, std::to_string(pull->next));
  });
  if (!taken) return fail(sync::NetworkFault::none, answer, now);
  pulled_ = pull->next;
  cycle_.succeeded(pull->more);
}

// A record made from an entry that still waits here is as good as its receipt: the answer to the push was lost.
store::Result<void> Desk::take(const sync::Record& record) {
  auto held = store::find_filing(*database_, account_, record.filing);
  if (!held) return std::unexpected(std::move(held.error()));
  auto entry = store::find_entry(*database_, record.envelope);
  if (!entry) return std::unexpected(std::move(entry.error()));
  auto copy = sync::merge(*held, record);
  const bool same = *entry && (*entry)->envelope.payload == record.payload;
  if (same) copy = sync::with_origin(std::move(copy), **entry);
  auto done = store::put_filing(*database_, account_, copy);
  return done && same ? store::delete_entry(*database_, record.envelope) : done;
}

void Desk::fail(sync::NetworkFault fault, const sync::HttpAnswer& answer, sync::Milliseconds now) {
  cycle_.failed(fault, now, random_number(randomness_), answer.retry_after_s);
}

void Desk::answer_session(const sync::HttpAnswer& answer, sync::Milliseconds now) {
  const Verdict verdict = session_.answer(answer, now);
  changed_ = true;
  switch (verdict.what) {
    case Verdict::What::nothing: return;
    case Verdict::What::ended:
      (void)in_transaction([&] { return store::delete_setting(*database_, "session_end"); });
      return;
    case Verdict::What::refused:
      tell(verdict.origin, fault_event(verdict.code, verdict.during, "", verdict.findings));
      return acknowledge(verdict.origin);
    case Verdict::What::logged_in: return log_in(verdict);
  }
}

void Desk::log_in(const Verdict& verdict) {
  auto remembered = in_transaction([&]() -> store::Result<void> {
    auto done = store::set_setting(*database_, "account", verdict.account);
    return done ? store::delete_setting(*database_, "session_end") : done;
  });
  // Without room for its name the account is used until the worker ends.
  if (!remembered) tell(verdict.origin, fault_event(to_key(remembered.error().fault), verdict.during));
  account_ = verdict.account;
  if (auto recalled = recall_pulled(); !recalled) note(recalled.error());
  stale_ = sync_request_ != 0;
  leave_upload();
  cycle_.logged_in();
  acknowledge(verdict.origin);
}

}  // namespace mingbai::worker
