#pragma once
// Desk's one way to change the database; included by the files that make its members.

#include "core/store/device_settings.h"
#include "core/store/transaction.h"
#include "web/worker/desk/desk.h"

namespace mingbai::worker {

template <class Work>
store::Result<void> Desk::in_transaction(Work&& work) {
  const auto all = [&]() -> store::Result<void> {
    auto transaction = store::Transaction::begin(*database_);
    if (!transaction) return std::unexpected(std::move(transaction.error()));
    if (auto worked = work(); !worked) return worked;
    return transaction->commit();
  };
  auto done = all();
  if (!done) {
    note(done.error());
    return done;
  }
  storage_.full = false;
  changed_ = true;
  return done;
}

// The work of a command and the note that it is done are one transaction; then it is acknowledged. True: it is durable.
template <class Work>
bool Desk::do_once(const Origin& origin, std::string_view during, std::string_view id, sync::Milliseconds now,
                   Work&& work) {
  auto done = in_transaction([&]() -> store::Result<void> {
    if (auto worked = work(); !worked) return worked;
    return store::note_done(*database_, origin.tab, origin.number, now);
  });
  if (!done) tell(origin, fault_event(to_key(done.error().fault), during, id));
  acknowledge(origin);
  return done.has_value();
}

}  // namespace mingbai::worker
