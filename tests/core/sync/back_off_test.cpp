#include "core/sync/back_off.h"

#include <catch2/catch_test_macros.hpp>

namespace mingbai::sync {

TEST_CASE("waits double up to their longest and are never shorter than half") {
  const std::int64_t longest[] = {2000, 4000, 8000, 16000, 32000, 32000, 32000};
  int failures = 0;
  for (const std::int64_t most : longest) {
    ++failures;
    CAPTURE(failures);
    CHECK(delay_ms(failures, 0) == most / 2);
    for (const std::uint32_t random : {1u, 999u, 16001u, 0x7fffffffu, 0xffffffffu}) {
      CHECK(delay_ms(failures, random) >= most / 2);
      CHECK(delay_ms(failures, random) <= most);
    }
  }
}

TEST_CASE("no number of failures, however strange, waits longer than the longest or not at all") {
  for (const int failures : {-1, 0, 40, 2'000'000'000}) {
    CHECK(delay_ms(failures, 12345) >= 1000);
    CHECK(delay_ms(failures, 12345) <= longest_delay_ms);
  }
}

TEST_CASE("the longest wait and the longest request stay below a minute") {
  constexpr std::int64_t longest_request_ms = 20'000;
  CHECK(longest_delay_ms + longest_request_ms < 60'000);
}

}  // namespace mingbai::sync
