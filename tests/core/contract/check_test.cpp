// The sentences of "how to read an answer" that concern check, with the built-in pack.

#include <algorithm>

#include "tests/core/contract/request.h"

using namespace mingbai;
using test::application;
using test::check;
using test::Json;
using test::with;

namespace {

bool holds(const Json& list, const std::string& value) {
  return std::ranges::find(list, Json(value)) != list.end();
}

}  // namespace

TEST_CASE("a long-term resident with everything in hand is eligible") {
  const auto reply = check(application());
  INFO(reply.json.dump());
  CHECK(reply["verdict"] == "eligible");
  CHECK(reply["findings"].empty());
  CHECK(reply["missing"].empty());
  CHECK(reply["met"].size() >= 4);
  CHECK(reply["decision"]["mode"].is_string());
  CHECK(reply["benefit_from"] == "2025-09-10");
  CHECK(reply["benefit_to"].is_null());
}

TEST_CASE("all reasons come at once, each with its clause and a remedy") {
  auto request = with(with(application(), "insured.enrolled", false), "application.care_region", "442000");
  request = with(request, "application.documents", Json::array());
  const auto reply = check(request);
  CHECK(reply["verdict"] == "not_eligible");
  CHECK(reply["findings"].size() >= 4);
  for (const Json& finding : reply["findings"]) {
    CHECK_FALSE(finding["source"].is_null());
    CHECK_FALSE(finding["source"]["clause"].get<std::string>().empty());
    CHECK_FALSE(finding["remedy"].get<std::string>().empty());
    CHECK_FALSE(finding["message"].get<std::string>().empty());
  }
}

TEST_CASE(
    "each required document that is not held is also a finding, and alone leaves the verdict incomplete") {
  const auto reply =
      check(with(application(), "application.documents", Json::array({"electronic_certificate"})));
  CHECK(reply["verdict"] == "incomplete");
  CHECK(reply.found("document_missing"));
  CHECK(reply["documents"]["missing"].size() == 1);
  CHECK(holds(reply["documents"]["held"], "electronic_certificate"));
  CHECK(holds(reply["documents"]["required"], "electronic_certificate"));
  CHECK(reply["documents"]["required"].size() == 2);
  CHECK(reply["benefit_from"].is_null());
}

TEST_CASE("one of the alternatives is enough") {
  for (const auto* key : {"identity_card", "social_security_card", "electronic_certificate"})
    CHECK(check(with(application(), "application.documents",
                     Json::array({key, "residence_proof"})))["verdict"] == "eligible");
  CHECK(check(with(application(), "application.documents",
                   Json::array({"identity_card", "pledge"})))["verdict"] == "eligible");
}

TEST_CASE("documents left out are asked for as a fact and as documents") {
  const auto reply = check(with(application(), "application.documents", nullptr));
  CHECK(reply["verdict"] == "incomplete");
  CHECK(reply.missing("application.documents"));
  CHECK_FALSE(reply["documents"]["missing"].empty());
}

TEST_CASE("a definite refusal wins over incomplete, and both lists are given") {
  const auto reply =
      check(with(with(application(), "insured.enrolled", false), "application.care_region", nullptr));
  CHECK(reply["verdict"] == "not_eligible");
  CHECK_FALSE(reply["findings"].empty());
  CHECK(reply.missing("application.care_region"));
}

TEST_CASE("missing names leaf facts") {
  CHECK(check(with(application(), "application.category", nullptr)).missing("application.category"));
  CHECK(check(with(application(), "insured.enrolled", nullptr)).missing("insured.enrolled"));
  CHECK(check(with(application(), "as_of", nullptr)).missing("as_of"));
  CHECK(check(with(application(), "application.kind", nullptr)).missing("application.kind"));
  for (const auto* path : {"application.category", "insured.enrolled", "as_of", "application.kind"})
    CHECK(check(with(application(), path, nullptr))["verdict"] == "incomplete");
}

TEST_CASE("agent, channel, name and certificate left out are no questions") {
  auto request = application();
  for (const auto* key : {"channel", "agent"}) request["application"].erase(key);
  for (const auto* key : {"name", "certificate"}) request["insured"].erase(key);
  const auto reply = check(request);
  CHECK(reply["verdict"] == "eligible");
  CHECK(reply["missing"].empty());
}

TEST_CASE("whoever acts for another names the relation and has consent") {
  const auto agent = [](Json relation, Json consent) {
    return check(with(application(), "application.agent",
                      Json{{"name", "样例"}, {"relation", relation}, {"consent", consent}}));
  };
  CHECK(agent("子女", true)["verdict"] == "eligible");
  CHECK(agent("子女", false)["verdict"] == "not_eligible");
  CHECK(agent(nullptr, true).missing("application.agent.relation"));
  CHECK(agent("son", nullptr).missing("application.agent.consent"));
}

TEST_CASE("for a temporary stay a filing changes nothing, and it says what to do") {
  const auto reply = check(with(application(), "application.category", "temporary"));
  CHECK(reply["verdict"] == "not_eligible");
  CHECK(reply["findings"].size() == 1);
  CHECK_FALSE(reply["findings"][0]["remedy"].get<std::string>().empty());
}

TEST_CASE("an emergency needs no filing beforehand, which is a note and no finding") {
  const auto reply = check(with(with(application(), "application.category", "emergency"),
                                "application.documents", Json::array({"identity_card"})));
  INFO(reply.json.dump());
  CHECK(reply["verdict"] == "eligible");
  CHECK(reply["findings"].empty());
  CHECK_FALSE(reply["notes"].empty());
}

TEST_CASE("a referral holds for its months, both ends included") {
  auto request = with(with(application(), "application.category", "referral"), "application.documents",
                      Json::array({"identity_card", "referral_certificate"}));
  const auto reply = check(request);
  CHECK(reply["verdict"] == "eligible");
  CHECK(reply["benefit_from"] == "2025-09-10");
  CHECK(reply["benefit_to"] == "2026-03-09");
}

TEST_CASE("the rule date of an application is as_of") {
  const auto earlier =
      check(with(with(application(), "as_of", "2025-09-07"), "statuses", Json::array({"in_force"})));
  CHECK(earlier.found("no_rule"));
  CHECK(earlier["verdict"] == "incomplete");
  CHECK(check(with(application(), "as_of", "2025-09-07"))["verdict"] == "eligible");
}

TEST_CASE("a matter that no rule covers is not determined") {
  const auto reply = check(with(application(), "application.kind", "recheck"));
  CHECK(reply["verdict"] == "incomplete");
  CHECK(reply.found("no_rule"));
  CHECK(reply.usable);
}

TEST_CASE("a usable check is usable whatever its verdict") {
  CHECK(check(with(application(), "insured.enrolled", false)).usable);
  CHECK(check(Json::parse(R"({"policy": "zhongshan"})")).usable);
}
