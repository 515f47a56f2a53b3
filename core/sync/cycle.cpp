#include "core/sync/cycle.h"

#include <algorithm>

#include "core/sync/back_off.h"

namespace mingbai::sync {
namespace {

constexpr int longest_retry_after_s = 300;

}  // namespace

Step Cycle::next(Milliseconds now, bool unsent, bool logged_in) const {
  if (busy() || !logged_in || fault_ == NetworkFault::login_required) return Step::rest;
  if (!online_ && !wished_) return Step::rest;
  const bool waiting = retry_at_ && now < *retry_at_ && *retry_at_ - now <= delay_ms_;
  if (waiting) return Step::rest;
  if (unsent) return Step::push;
  return pull_wanted_ ? Step::pull : Step::rest;
}

void Cycle::succeeded(bool more) {
  pull_wanted_ = in_flight_ == Step::push || more;
  in_flight_ = Step::rest;
  wished_ = false;
  stop_waiting();
}

void Cycle::failed(NetworkFault fault, Milliseconds now, std::uint32_t random, std::optional<int> retry_after_s) {
  const bool batch_refused = fault == NetworkFault::refused_message && in_flight_ == Step::push;
  in_flight_ = Step::rest;
  wished_ = false;
  if (batch_refused && !one_by_one_) {
    one_by_one_ = true;
    return;
  }
  fault_ = fault;
  if (fault == NetworkFault::login_required) {
    retry_at_.reset();
    return;
  }
  ++failures_;
  delay_ms_ = delay_ms(failures_, random);
  if (retry_after_s) {
    const auto asked_ms = std::int64_t{1000} * std::clamp(*retry_after_s, 0, longest_retry_after_s);
    delay_ms_ = std::max(delay_ms_, asked_ms);
  }
  retry_at_ = now + delay_ms_;
}

void Cycle::set_online(bool online) {
  const bool returned = online && !online_;
  online_ = online;
  if (!returned) return;
  pull_wanted_ = true;
  if (fault_ != NetworkFault::login_required) stop_waiting();
}

void Cycle::wish() {
  wished_ = true;
  pull_wanted_ = true;
  stop_waiting();
}

void Cycle::logged_in() {
  one_by_one_ = false;
  wish();
}

void Cycle::logged_out() {
  pull_wanted_ = false;
  stop_waiting();
}

NetworkFault Cycle::fault() const {
  return online_ || fault_ == NetworkFault::login_required ? fault_ : NetworkFault::offline;
}

void Cycle::stop_waiting() {
  failures_ = 0;
  fault_ = NetworkFault::none;
  retry_at_.reset();
}

}  // namespace mingbai::sync
