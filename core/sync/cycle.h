#pragma once
// When to push, when to pull, when to wait: the rhythm of synchronisation, without network or clock.
//
// One message is in flight at a time; a push comes before a pull, and a pull follows every push, login and return of the
// network. Failures wait by back_off.h; the network's return, a login and the person's wish end the wait. Without a
// session nothing is sent. A wait longer than the one that was set means that the device's clock was moved: it is over.
//
//   if (cycle.next(now, unsent, logged_in) == Step::push) { send(); cycle.begun(Step::push); }
//   …
//   cycle.failed(NetworkFault::unreachable, now, random);      // or cycle.succeeded(more)

#include <cstdint>
#include <optional>

#include "core/sync/answer.h"
#include "core/sync/instant.h"

namespace mingbai::sync {

enum class Step : std::uint8_t { rest, push, pull };

class Cycle {
 public:
  Step next(Milliseconds now, bool unsent, bool logged_in) const;
  void begun(Step step) { in_flight_ = step; }

  // `more`: the pull that succeeded was not the last.
  void succeeded(bool more);
  void dropped() { in_flight_ = Step::rest; }  // the answer is to a question nobody asks any more
  void failed(NetworkFault, Milliseconds now, std::uint32_t random, std::optional<int> retry_after_s = {});

  void set_online(bool online);
  void wish();       // the person asks: at once, even if the device says that it is offline
  void logged_in();  // a new session
  void logged_out();

  bool online() const { return online_; }
  bool busy() const { return in_flight_ != Step::rest; }
  NetworkFault fault() const;
  std::optional<Milliseconds> retry_at() const { return retry_at_; }
  std::size_t push_limit() const { return one_by_one_ ? 1 : push_limit_envelopes; }

 private:
  void stop_waiting();
  Step in_flight_ = Step::rest;
  bool online_ = true;
  bool wished_ = false;
  bool pull_wanted_ = true;
  bool one_by_one_ = false;
  int failures_ = 0;
  NetworkFault fault_ = NetworkFault::none;
  Milliseconds delay_ms_ = 0;
  std::optional<Milliseconds> retry_at_;
};

}  // namespace mingbai::sync
