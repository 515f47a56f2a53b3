#include "core/sync/record.h"

#include <catch2/catch_test_macros.hpp>

namespace mingbai::sync {
namespace {

const std::string id_a(32, 'a');
const std::string id_b(32, 'b');

Record sample() {
  return {.sequence = 7,
          .filing = id_b,
          .version = 2,
          .kind = "remote_care",
          .state = FilingState::received,
          .envelope = id_a,
          .payload = "{\"policy\":\"zhongshan\"}",
          .receipt = Receipt{"ZS261121-0007X", 7, "2026-11-21T10:58:05Z", std::string(64, '0')},
          .findings = R"([{"code":"x"}])",
          .events = {{"received", "2026-11-21T10:58:05Z"}}};
}

TEST_CASE("a pull read back is the pull written") {
  auto refused = sample();
  refused.state = FilingState::refused;
  refused.receipt.reset();
  const Pull pull{{sample(), refused}, 7, true};
  const auto read = read_pull(write_pull(pull));
  REQUIRE(read);
  CHECK(*read == pull);
}

TEST_CASE("every outcome of a push survives the wire") {
  const std::vector<PushResult> results{
      {.id = id_a, .outcome = Outcome::received, .version = 1, .receipt = sample().receipt},
      {.id = id_a,
       .outcome = Outcome::refused,
       .version = 1,
       .findings = R"([{"code":"care_region"}])",
       .decided_at = "2026-11-21T10:58:05Z",
       .sha256 = std::string(64, '1')},
      {.id = id_b, .outcome = Outcome::conflict, .current = sample()},
      {.id = id_b, .outcome = Outcome::rejected, .findings = R"([{"code":"envelope_reused"}])"}};
  const auto read = read_results(write_results(results));
  REQUIRE(read);
  CHECK(*read == results);
}

TEST_CASE("received without a receipt is not believed") {
  CHECK_FALSE(read_results(R"({"results":[{"id":")" + id_a + R"(","outcome":"received","version":1}]})"));
}

TEST_CASE("a portal's page, half an answer or an unknown outcome is not believed") {
  CHECK_FALSE(read_results("<!doctype html><title>Welcome</title>"));
  CHECK_FALSE(read_results("{}"));
  CHECK_FALSE(read_results(R"({"results":[{"id":")" + id_a + R"(","outcome":"filed"}]})"));
  CHECK_FALSE(read_results(write_results({{PushResult{.id = id_a}}}).substr(0, 20)));
  CHECK_FALSE(read_pull(R"({"records":[]})"));
}

TEST_CASE("a newer server may say more") { CHECK(read_results(R"({"results":[],"server":"2"})")); }

}  // namespace
}  // namespace mingbai::sync
