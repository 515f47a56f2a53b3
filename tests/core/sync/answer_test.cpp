#include "core/sync/answer.h"

#include <catch2/catch_test_macros.hpp>

#include "core/sync/sha256.h"

namespace mingbai::sync {
namespace {

Envelope envelope(char digit) {
  return {.id = std::string(32, digit), .filing = std::string(32, 'f'), .kind = "remote_care", .payload = R"({"policy":"x"})"};
}

PushResult received(const Envelope& about) {
  PushResult result;
  result.id = about.id;
  result.outcome = Outcome::received;
  result.version = 1;
  result.receipt = Receipt{"ZS261121-00001", 7, "2026-11-21T10:58:05Z", sha256_hex(about.payload)};
  return result;
}

HttpAnswer json(std::string body, int status = 200) {
  return {.status = status, .content_type = "application/json; charset=utf-8", .body = std::move(body)};
}

NetworkFault fault_of_push(std::vector<Envelope> sent, const HttpAnswer& answer) {
  const auto results = read_push_answer(sent, answer);
  return results ? NetworkFault::none : results.error();
}

}  // namespace

TEST_CASE("a genuine answer gives one result for each envelope") {
  const std::vector sent = {envelope('a'), envelope('b')};
  const std::vector results = {received(sent[0]), received(sent[1])};
  const auto read = read_push_answer(sent, json(write_results(results)));
  REQUIRE(read);
  CHECK(*read == results);
}

TEST_CASE("a page in place of an answer is no answer, even when it says 200") {
  const HttpAnswer page{.status = 200, .content_type = "text/html", .body = "<h1>Welcome</h1>"};
  CHECK(fault_of_push({envelope('a')}, page) == NetworkFault::server_html);
  HttpAnswer disguised = json(write_results(std::vector{received(envelope('a'))}));
  disguised.content_type = "text/plain";
  CHECK(fault_of_push({envelope('a')}, disguised) == NetworkFault::server_html);
  CHECK(fault_of_push({envelope('a')}, json("<h1>Welcome</h1>")) == NetworkFault::server_fault);
  CHECK(fault_of_push({envelope('a')}, {.status = 401, .content_type = "text/html"}) == NetworkFault::server_html);
}

TEST_CASE("a receipt counts only for the envelope and the bytes that were sent") {
  const auto sent = envelope('a');
  auto other_id = received(envelope('b'));
  auto other_bytes = received(sent);
  other_bytes.receipt->sha256 = sha256_hex("something else");
  auto no_receipt = received(sent);
  no_receipt.receipt.reset();
  for (const auto& result : {other_id, other_bytes, no_receipt}) {
    CHECK(fault_of_push({sent}, json(write_results(std::vector{result}))) == NetworkFault::server_fault);
  }
}

TEST_CASE("an answer about more, fewer or reordered envelopes is not taken in part") {
  const std::vector sent = {envelope('a'), envelope('b')};
  const auto a = received(sent[0]), b = received(sent[1]);
  for (const auto& results : {std::vector{a}, std::vector{b, a}, std::vector{a, b, b}, std::vector<PushResult>{}}) {
    CHECK(fault_of_push(sent, json(write_results(results))) == NetworkFault::server_fault);
  }
}

TEST_CASE("each status says what to do") {
  const auto of = [](int status) { return fault_of(json("{}", status)); };
  CHECK(of(0) == NetworkFault::unreachable);
  CHECK(of(200) == NetworkFault::none);
  CHECK(of(304) == NetworkFault::server_fault);
  CHECK(of(401) == NetworkFault::login_required);
  CHECK(of(404) == NetworkFault::server_fault);
  CHECK(of(422) == NetworkFault::refused_message);
  CHECK(of(413) == NetworkFault::refused_message);
  CHECK(of(429) == NetworkFault::busy);
  CHECK(of(503) == NetworkFault::server_fault);
  CHECK(fault_of({.status = 502, .content_type = "text/html"}) == NetworkFault::server_fault);
}

TEST_CASE("a type is JSON whatever its letters and parameters") {
  for (const char* type : {"application/json", "Application/JSON ; charset=utf-8", "application/problem+json"}) {
    CHECK(is_json({.status = 200, .content_type = type}));
  }
  for (const char* type : {"", "text/json", "application/jsonp", "text/html; application/json", "   "}) {
    CHECK_FALSE(is_json({.status = 200, .content_type = type}));
  }
}

TEST_CASE("a pull goes forward, record by record") {
  Record record;
  record.filing = std::string(32, 'f');
  record.envelope = std::string(32, 'e');
  record.kind = "remote_care";
  record.version = 1;
  const auto at = [&](std::int64_t sequence) { return record.sequence = sequence, record; };
  const auto fault = [](std::int64_t after, const Pull& pull) {
    const auto read = read_pull_answer(after, json(write_pull(pull)));
    return read ? NetworkFault::none : read.error();
  };
  CHECK(fault(5, {{at(6), at(9)}, 9, true}) == NetworkFault::none);
  CHECK(fault(5, {{}, 5, false}) == NetworkFault::none);
  CHECK(fault(5, {{at(5)}, 5, false}) == NetworkFault::server_fault);
  CHECK(fault(5, {{at(9), at(6)}, 9, false}) == NetworkFault::server_fault);
  CHECK(fault(5, {{at(6)}, 5, false}) == NetworkFault::server_fault);
  CHECK(fault(5, {{}, 5, true}) == NetworkFault::server_fault);
}

TEST_CASE("a problem gives its findings and the code of the first") {
  const auto problem = read_problem(json(R"({"title":"x","findings":[{"code":"envelope_reused"},{"code":"b"}]})", 422));
  CHECK(problem.code == "envelope_reused");
  CHECK(problem.findings == R"([{"code":"envelope_reused"},{"code":"b"}])");
  for (const char* body : {"", "[]", "{}", R"({"findings":{}})", R"({"findings":[]})", R"({"findings":[7]})"}) {
    CAPTURE(body);
    CHECK(read_problem(json(body, 422)).code.empty());
  }
}

}  // namespace mingbai::sync
