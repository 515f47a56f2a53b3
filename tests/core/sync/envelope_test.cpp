#include "core/sync/envelope.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

namespace mingbai::sync {
namespace {

Envelope sample() {
  return {.id = "0123456789abcdef0123456789abcdef",
          .filing = "ffffffffffffffffffffffffffffffff",
          .base_version = 0,
          .kind = "remote_care",
          .created_at = "2026-11-21T10:00:00Z",
          .payload = "{ \"policy\" : \"zhongshan\",\n \"insured\":{\"name\":\"参保人甲\"} }"};
}

std::vector<std::string> faults(std::string_view json) {
  std::vector<std::string> list;
  auto read = read_push(json);
  if (!read) {
    for (const auto& finding : read.error()) list.push_back(finding.code + " " + finding.fact);
  }
  std::sort(list.begin(), list.end());
  return list;
}

TEST_CASE("a push read back is the push written, the payload byte for byte") {
  const std::vector<Envelope> envelopes{sample(), sample()};
  const auto read = read_push(write_push(envelopes));
  REQUIRE(read);
  CHECK(*read == envelopes);
}

TEST_CASE("every fault of a push is told at once with its place") {
  CHECK(
      faults(
          R"({"envelopes":[{"format":2,"id":"ABC","filing":"","base_version":-1,"kind":7,"payload":"{}","extra":1}]})") ==
      std::vector<std::string>{"missing_key envelopes/0/created_at", "unknown_format envelopes/0/format",
                               "unknown_key envelopes/0/extra", "wrong_form envelopes/0/filing",
                               "wrong_form envelopes/0/id", "wrong_type envelopes/0/base_version",
                               "wrong_type envelopes/0/kind"});
}

TEST_CASE("a push is an object with 1 to 50 envelopes") {
  CHECK(faults("<html>") == std::vector<std::string>{"not_json "});
  CHECK(faults(R"({"envelopes":[],"envelopes":[]})") == std::vector<std::string>{"duplicate_key envelopes"});
  CHECK(faults("[]") == std::vector<std::string>{"not_json "});
  CHECK(faults("{}") == std::vector<std::string>{"missing_key envelopes"});
  CHECK(faults(R"({"envelopes":[]})") == std::vector<std::string>{"wrong_count envelopes"});
  CHECK(faults(R"({"envelopes":[1]})").size() == 7);
  CHECK(faults(write_push(std::vector<Envelope>(51, sample()))) ==
        std::vector<std::string>{"wrong_count envelopes"});
  CHECK(read_push(write_push(std::vector<Envelope>(50, sample()))));
}

TEST_CASE("a payload past its limit is refused") {
  auto envelope = sample();
  envelope.payload.assign(payload_limit_bytes + 1, ' ');
  CHECK(faults(write_push({{envelope}})) == std::vector<std::string>{"too_large envelopes/0/payload"});
}

TEST_CASE("an id is 32 lower-case hexadecimal digits and nothing else") {
  CHECK(is_random_id("0123456789abcdef0123456789abcdef"));
  CHECK_FALSE(is_random_id("0123456789ABCDEF0123456789abcdef"));
  CHECK_FALSE(is_random_id("0123456789abcdef0123456789abcde"));
  CHECK_FALSE(is_random_id(""));
}

}  // namespace
}  // namespace mingbai::sync
