#include "core/filing/judgement.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "core/sync/sha256.h"
#include "generated/policies_bundle.h"

namespace mingbai::filing {
namespace {

using nlohmann::json;

const policy::Library& library() {
  static const auto loaded = policy::Library::load(policies_bundle());
  REQUIRE(loaded);
  return *loaded;
}

// The identity number is invented; its check digit is right.
json sample() {
  return json::parse(R"({
    "policy": "zhongshan",
    "insured": {"scheme": "employee_combined", "enrolled": true, "region": "442000",
                "certificate": {"type": "identity_card", "number": "11010519491231002X"}},
    "application": {"kind": "remote_care", "category": "retired_settled", "care_region": "440100",
                    "channel": "online", "documents": ["identity_card", "residence_proof"]}})");
}

Judgement judged(const std::string& payload, const std::string& kind = "remote_care") {
  return judge(library(), {.kind = kind, .payload = payload}, *parse_date("2026-11-21"));
}

std::vector<std::string> codes(const Judgement& judgement) {
  std::vector<std::string> list;
  for (const auto& finding : json::parse(judgement.findings)) list.push_back(finding["code"]);
  return list;
}

TEST_CASE("an eligible application is received under its policy's name") {
  const auto judgement = judged(sample().dump());
  CHECK(judgement.received);
  CHECK(judgement.policy == "zhongshan");
  CHECK(judgement.findings == "[]");
  CHECK(judgement.sha256 == sync::sha256_hex(sample().dump()));
}

TEST_CASE("a refusal tells every reason in both languages, each with its clause and remedy") {
  json payload = sample();
  payload["insured"]["enrolled"] = false;
  payload["application"]["care_region"] = "442000";
  const auto judgement = judged(payload.dump());
  CHECK_FALSE(judgement.received);
  CHECK(codes(judgement).size() >= 2);
  for (const auto& finding : json::parse(judgement.findings)) {
    CHECK_FALSE(finding["source"].is_null());
    for (const char* field : {"message", "message_en", "remedy", "remedy_en"}) {
      CHECK_FALSE(finding.value(field, "").empty());
    }
  }
}

TEST_CASE("a missing fact refuses with a finding, so that a refusal never stands without a reason") {
  json payload = sample();
  payload["application"].erase("care_region");
  const auto judgement = judged(payload.dump());
  CHECK_FALSE(judgement.received);
  CHECK_FALSE(codes(judgement).empty());
}

TEST_CASE("what is no message is refused, whatever its shape") {
  for (const char* text :
       {"", "  ", "null", "[]", "{}", "{", "{ }", "\"text\"", "{\"policy\":1}", "\xff\xfe"}) {
    const auto judgement = judged(text);
    CHECK_FALSE(judgement.received);
    CHECK_FALSE(codes(judgement).empty());
  }
}

TEST_CASE("a device chooses neither the rule date nor the statuses") {
  for (const auto& [key, value] :
       {std::pair<std::string, json>{"as_of", "2020-01-01"}, {"statuses", {"draft"}}}) {
    json payload = sample();
    payload[key] = value;
    const auto judgement = judged(payload.dump());
    CHECK_FALSE(judgement.received);
    CHECK(codes(judgement) == std::vector<std::string>{"duplicate_key"});
  }
}

TEST_CASE("an envelope of another kind than its application is refused") {
  const auto judgement = judged(sample().dump(), "special_disease");
  CHECK_FALSE(judgement.received);
  CHECK(codes(judgement) == std::vector<std::string>{"kind_differs"});
}

}  // namespace
}  // namespace mingbai::filing
