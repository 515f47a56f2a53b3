#pragma once
// The messages (短信) to send, made from the log of events: each event has at most one, known by the filing
// and the event's number in it, so that nothing is told twice and nothing forgotten. Only the texts are kept,
// and those only until a month after they were sent.
//
// `compose_messages` goes on where it ended: at the server's sequence in `counter.messages`. The first time
// it begins with what comes, not with what was. A message that fails is tried again later and later, and
// given up after the last try. Several servers may send side by side, for each claims a message before. At
// least once: whoever sends must tell the receiver the id, which stays the same.

#include <string>
#include <vector>

#include "core/filing/notice/facts.h"
#include "core/store/database.h"
#include "core/sync/instant.h"

namespace mingbai::store {

struct DueMessage {
  std::string id;  // 32 hexadecimal digits, the same at every try
  std::string to;  // the login of the filing's account
  std::string text;
  int tries = 0;
};

// How many were made. At most the events of `most` sequences.
Result<int> compose_messages(Database&, const policy::Library&, const filing::notice::Regions&,
                             sync::Milliseconds now, std::int64_t most);

// Whether there is anything to go on with: for a reader, before the writer is woken.
Result<bool> messages_behind(Database&);

Result<std::vector<DueMessage>> due_messages(Database&, sync::Milliseconds now, int most);
// Takes a due message for a minute, for whoever is about to send it: false when somebody else has it. Is it not
// said to be sent or failed by then, it is due again.
Result<bool> claim_message(Database&, std::string_view id, sync::Milliseconds now);
Result<void> message_sent(Database&, std::string_view id, sync::Milliseconds now);
Result<void> message_failed(Database&, std::string_view id, sync::Milliseconds now);

// When a message is tried again after so many tries; nothing: given up.
std::optional<sync::Milliseconds> wait_after(int tries);

struct MessageCounts {
  std::int64_t waiting = 0;
  std::int64_t given_up = 0;
};
Result<MessageCounts> count_messages(Database&);

}  // namespace mingbai::store
