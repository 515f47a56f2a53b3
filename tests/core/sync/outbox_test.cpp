#include "core/sync/outbox.h"

#include <catch2/catch_test_macros.hpp>

namespace mingbai::sync {
namespace {

Queued entry(std::string account, std::string fault = {}, std::size_t payload_bytes = 2) {
  Queued queued;
  queued.envelope.payload = std::string(payload_bytes, 'x');
  queued.account = std::move(account);
  queued.fault = std::move(fault);
  return queued;
}

using Indexes = std::vector<std::size_t>;

}  // namespace

TEST_CASE("an account sends its own entries and the device's, oldest first") {
  const std::vector entries = {entry("zhang"), entry("li"), entry(""), entry("zhang")};
  CHECK(next_push(entries, "zhang", 50) == Indexes{0, 2, 3});
  CHECK(next_push(entries, "li", 50) == Indexes{1, 2});
}

TEST_CASE("a blocked entry does not hold up the others") {
  const std::vector entries = {entry("", "envelope_reused"), entry("")};
  CHECK(next_push(entries, "zhang", 50) == Indexes{1});
  CHECK(next_push(std::vector{entry("", "rejected")}, "zhang", 50).empty());
}

TEST_CASE("a push holds as many entries as it may, and no more bytes than the server takes") {
  CHECK(next_push(std::vector(120, entry("")), "zhang", 50).size() == 50);
  CHECK(next_push(std::vector(3, entry("")), "zhang", 1) == Indexes{0});
  CHECK(next_push(std::vector(40, entry("", "", 60000)), "zhang", 50).size() == 17);
  CHECK(next_push(std::vector(2, entry("", "", push_limit_bytes)), "zhang", 50) == Indexes{0});
  CHECK(next_push({}, "zhang", 50).empty());
}

}  // namespace mingbai::sync
