#include "core/sync/cycle.h"

#include <catch2/catch_test_macros.hpp>

#include "core/sync/back_off.h"

namespace mingbai::sync {
namespace {

constexpr Milliseconds now = 1795258685000;

void fail(Cycle& cycle, Step step, NetworkFault fault, Milliseconds at = now) {
  cycle.begun(step);
  cycle.failed(fault, at, 0);
}

void succeed(Cycle& cycle, Step step, bool more = false) {
  cycle.begun(step);
  cycle.succeeded(more);
}

}  // namespace

TEST_CASE("a push comes before a pull, a pull follows every push, then it rests") {
  Cycle cycle;
  CHECK(cycle.next(now, true, true) == Step::push);
  succeed(cycle, Step::push);
  CHECK(cycle.next(now, false, true) == Step::pull);
  succeed(cycle, Step::pull, true);
  CHECK(cycle.next(now, false, true) == Step::pull);
  succeed(cycle, Step::pull);
  CHECK(cycle.next(now, false, true) == Step::rest);
}

TEST_CASE("one message is in flight at a time, and none without a login") {
  Cycle cycle;
  CHECK(cycle.next(now, true, false) == Step::rest);
  cycle.begun(Step::push);
  CHECK(cycle.next(now, true, true) == Step::rest);
}

TEST_CASE("a failure waits as long as it says, and longer after the next") {
  Cycle cycle;
  fail(cycle, Step::push, NetworkFault::unreachable);
  CHECK(cycle.fault() == NetworkFault::unreachable);
  REQUIRE(cycle.retry_at() == now + 1000);
  CHECK(cycle.next(now + 999, true, true) == Step::rest);
  CHECK(cycle.next(now + 1000, true, true) == Step::push);
  fail(cycle, Step::push, NetworkFault::server_html, now + 1000);
  CHECK(cycle.retry_at() == now + 3000);
}

TEST_CASE("whatever fails and however often, the outbox moves within a minute") {
  Cycle cycle;
  Milliseconds at = now;
  for (int failures = 0; failures < 50; ++failures) {
    cycle.begun(Step::push);
    cycle.failed(NetworkFault::server_fault, at, 0xffffffff);
    REQUIRE(*cycle.retry_at() - at <= longest_delay_ms);
    at = *cycle.retry_at();
  }
}

TEST_CASE("the network's return and the person's wish end the wait") {
  Cycle returned, wished;
  for (auto* cycle : {&returned, &wished}) fail(*cycle, Step::push, NetworkFault::unreachable);
  returned.set_online(false);
  CHECK(returned.fault() == NetworkFault::offline);
  CHECK(returned.next(now + 60000, true, true) == Step::rest);
  returned.set_online(true);
  CHECK(returned.next(now + 1, true, true) == Step::push);
  wished.wish();
  CHECK(wished.next(now + 1, true, true) == Step::push);
}

TEST_CASE("being told again that there is a network does not end a wait") {
  Cycle cycle;
  fail(cycle, Step::push, NetworkFault::unreachable);
  cycle.set_online(true);
  CHECK(cycle.next(now + 1, true, true) == Step::rest);
}

TEST_CASE("a person may try although the device says that it is offline") {
  Cycle cycle;
  cycle.set_online(false);
  CHECK(cycle.next(now, true, true) == Step::rest);
  cycle.wish();
  CHECK(cycle.next(now, true, true) == Step::push);
  fail(cycle, Step::push, NetworkFault::unreachable);
  CHECK(cycle.next(now + 60000, true, true) == Step::rest);
}

TEST_CASE("an ended session stops everything until a login") {
  Cycle cycle;
  fail(cycle, Step::push, NetworkFault::login_required);
  CHECK(cycle.fault() == NetworkFault::login_required);
  CHECK_FALSE(cycle.retry_at());
  cycle.set_online(false);
  cycle.set_online(true);
  CHECK(cycle.next(now + 600000, true, true) == Step::rest);
  cycle.logged_in();
  CHECK(cycle.fault() == NetworkFault::none);
  CHECK(cycle.next(now, true, true) == Step::push);
}

TEST_CASE("a server that asks for time is given it, up to five minutes") {
  Cycle cycle;
  cycle.begun(Step::push);
  cycle.failed(NetworkFault::busy, now, 0, 90);
  CHECK(cycle.retry_at() == now + 90'000);
  cycle.wish();
  cycle.begun(Step::push);
  cycle.failed(NetworkFault::busy, now, 0, 1'000'000'000);
  CHECK(cycle.retry_at() == now + 300'000);
}

TEST_CASE("a clock moved back by years does not keep filings back for years") {
  Cycle cycle;
  fail(cycle, Step::push, NetworkFault::unreachable);
  constexpr Milliseconds ten_years = Milliseconds{3650} * 24 * 3600 * 1000;
  CHECK(cycle.next(now - ten_years, true, true) == Step::push);
  CHECK(cycle.next(now + ten_years, true, true) == Step::push);
}

TEST_CASE("a message refused as a whole is tried again at once, envelope by envelope") {
  Cycle cycle;
  CHECK(cycle.push_limit() == push_limit_envelopes);
  fail(cycle, Step::push, NetworkFault::refused_message);
  CHECK(cycle.push_limit() == 1);
  CHECK(cycle.next(now, true, true) == Step::push);
}

}  // namespace mingbai::sync
