#include "shell/server/rate_limit.h"

#include <catch2/catch_test_macros.hpp>

namespace mingbai::server {

TEST_CASE("a bucket gives its burst, then refills one by one") {
  RateLimit limit({.burst = 3, .refill_ms = 1000});
  for (int time = 0; time < 3; ++time) CHECK(limit.take("anna", 0));
  CHECK_FALSE(limit.take("anna", 0));
  CHECK(limit.wait_s("anna", 0) == 1);
  CHECK(limit.wait_s("bert", 0) == std::nullopt);
  CHECK_FALSE(limit.take("anna", 999));
  CHECK(limit.take("anna", 1000));
  CHECK_FALSE(limit.take("anna", 1000));
  for (int time = 0; time < 3; ++time) CHECK(limit.take("anna", 60'000));
  CHECK_FALSE(limit.take("anna", 60'000));
}

TEST_CASE("what is given back counts again, never above the burst") {
  RateLimit limit({.burst = 1, .refill_ms = 60'000});
  CHECK(limit.take("anna", 0));
  limit.give_back("anna");
  limit.give_back("anna");
  CHECK(limit.take("anna", 0));
  CHECK_FALSE(limit.take("anna", 0));
}

TEST_CASE("a clock that jumps back gives nothing away and takes nothing") {
  RateLimit limit({.burst = 2, .refill_ms = 1000});
  CHECK(limit.take("anna", 10'000));
  CHECK(limit.take("anna", 0));
  CHECK_FALSE(limit.take("anna", 0));
}

TEST_CASE("the number of keys is bounded: those that have recovered go first") {
  RateLimit limit({.burst = 1, .refill_ms = 1000, .keys_most = 2});
  CHECK(limit.take("old", 0));
  CHECK(limit.take("new", 1500));
  CHECK(limit.take("newest", 1500));
  CHECK_FALSE(limit.take("new", 1500));
  CHECK_FALSE(limit.take("newest", 1500));
}

}  // namespace mingbai::server
