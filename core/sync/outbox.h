#pragma once
// The outbox (待发队列): filings that a person has submitted and the server has not yet answered for. An entry leaves
// it on a genuine result only (answer.h), or when the person takes it back.
//
// An entry belongs to the account it was submitted under; submitted without one it belongs to the device and goes out
// with the next login. An entry that the server rejected as such is `blocked`: it stays, with its fault, and is sent
// again only when the person asks.
//
//   auto batch = next_push(entries, "zhang", push_limit_envelopes);   // indexes into entries, oldest first

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/sync/envelope.h"
#include "core/sync/instant.h"

namespace mingbai::sync {

struct Queued {
  Envelope envelope;
  std::string account;  // empty: the device's
  std::string form;     // what the screen had, as JSON text
  std::string saved_at;
  Milliseconds queued_at = 0;
  int attempts = 0;
  std::string fault;  // why it is blocked, empty when it is not
  friend bool operator==(const Queued&, const Queued&) = default;
};

bool may_go(const Queued&, std::string_view account);

// At most `limit` entries and push_limit_bytes of message. Empty: there is nothing this account may send.
std::vector<std::size_t> next_push(std::span<const Queued>, std::string_view account, std::size_t limit);

}  // namespace mingbai::sync
