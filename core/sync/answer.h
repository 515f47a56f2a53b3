#pragma once
// Is this answer genuine? What came back over the network is believed only when it is what the server would say: the
// right status, JSON by type and by content, and about exactly the envelopes that were sent, byte for byte. Everything
// else is a NetworkFault, and a fault changes nothing in the outbox.
//
//   the page of a hotel's network, 200 text/html          → server_html
//   no answer within the time, connection refused         → unreachable
//   a receipt whose sha256 is not that of our payload     → server_fault
//   400, 413, 422: the server refuses the message itself  → refused_message (send the envelopes one by one)

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/sync/envelope.h"
#include "core/sync/record.h"

namespace mingbai::sync {

struct HttpAnswer {
  int status = 0;  // 0: none came
  std::string content_type;
  std::string body;
  std::optional<int> retry_after_s;
};

enum class NetworkFault : std::uint8_t {
  none,
  offline,          // the device itself says it has no network
  unreachable,      // no answer
  server_html,      // an answer, but not from our server: a captive portal, a proxy
  server_fault,     // our server failed, or said something that cannot be right
  busy,             // the server asks to come back later
  login_required,   // no session, or it has ended
  refused_message,  // the message as a whole was refused
};

std::string_view to_key(NetworkFault);

bool is_json(const HttpAnswer&);  // by its type

// What the status and type alone say; `none` when the body may be read as the answer to a 2xx.
NetworkFault fault_of(const HttpAnswer&);

// The results in the order of `sent`; every result is about its envelope and its bytes.
std::expected<std::vector<PushResult>, NetworkFault> read_push_answer(std::span<const Envelope> sent,
                                                                      const HttpAnswer&);

// Every record lies after `after`, in rising order, and `next` does not go back.
std::expected<Pull, NetworkFault> read_pull_answer(std::int64_t after, const HttpAnswer&);

// The findings of a problem+json answer as a JSON array, "[]" when there are none, and the code of the first.
struct Problem {
  std::string findings = "[]";
  std::string code;
};
Problem read_problem(const HttpAnswer&);

}  // namespace mingbai::sync
