// Faults of the input: all at once, each with its place, and with the nearest known name.

#include "core/contract/fault.h"

#include "tests/core/contract/request.h"

using namespace mingbai;
using test::application;
using test::check;
using test::claim;
using test::Json;
using test::settle;
using test::with;

namespace {

void refused(const test::Reply& reply, const std::string& code, const std::string& fact) {
  INFO(reply.json.dump());
  CHECK_FALSE(reply.usable);
  CHECK(reply.json.size() == 1);
  CHECK(reply.found(code, fact));
}

bool offers(const Json& finding, const std::string& name) {
  return finding["message"].get<std::string>().find("Did you mean \"" + name + "\"") != std::string::npos;
}

}  // namespace

TEST_CASE("a nearest name is offered for a mistyped name, never for a sum") {
  CHECK(offers(settle(with(claim(), "insured.scheme", "employe_combined")).finding("unknown_scheme"), "employee_combined"));
  const auto too_much = settle(with(claim(), "claim.own_expense", "50000.01"));
  CHECK_FALSE(offers(too_much.finding("own_expense_above_total"), "50000.00"));
}

TEST_CASE("money as a JSON number is refused with the reason") {
  for (const Json& number : {Json(50000), Json(50000.0), Json(-3), Json(1e300)}) {
    const auto reply = settle(with(claim(), "claim.total", number));
    refused(reply, "money_as_number", "claim.total");
    CHECK(reply.finding("money_as_number")["message"].get<std::string>().find("rounding") !=
          std::string::npos);
  }
}

TEST_CASE("money in any other form, below zero, or beyond count is refused") {
  refused(settle(with(claim(), "claim.total", "50000")), "money_format", "claim.total");
  refused(settle(with(claim(), "claim.total", "50,000.00")), "money_format", "claim.total");
  refused(settle(with(claim(), "claim.total", "-1.00")), "negative_amount", "claim.total");
  refused(settle(with(claim(), "ledger.fund_paid", "-0.01")), "negative_amount", "ledger.fund_paid");
  refused(settle(with(claim(), "claim.total", "99999999999999.00")), "money_too_large", "claim.total");
  refused(settle(with(claim(), "claim.total", true)), "wrong_type", "claim.total");
}

TEST_CASE("own expense above the total is refused, and so are the three parts together") {
  refused(settle(with(claim(), "claim.own_expense", "50000.01")), "own_expense_above_total",
          "claim.own_expense");
  refused(settle(with(with(claim(), "claim.over_limit", "30000.00"), "claim.upfront", "20000.00")),
          "parts_above_total", "claim.total");
  CHECK(settle(with(claim(), "claim.own_expense", "50000.00")).usable);
}

TEST_CASE("dates must be written as dates, exist, and stand in order") {
  refused(settle(with(claim(), "claim.discharged", "2025-02-30")), "impossible_date", "claim.discharged");
  refused(settle(with(claim(), "claim.discharged", "10/09/2025")), "date_format", "claim.discharged");
  refused(settle(with(claim(), "as_of", 20250910)), "wrong_type", "as_of");
  refused(settle(with(claim(), "claim.admitted", "2025-09-11")), "discharged_before_admitted",
          "claim.discharged");
  refused(check(with(with(application(), "application.from", "2025-10-01"), "application.to", "2025-09-30")),
          "to_before_from", "application.to");
}

TEST_CASE("an unknown scheme lists those valid that day and offers the nearest") {
  const auto reply = settle(with(claim(), "insured.scheme", "employee_combine"));
  refused(reply, "unknown_scheme", "insured.scheme");
  CHECK(reply.finding("unknown_scheme")["allowed"] ==
        Json::array({"employee_pooled", "employee_combined", "resident"}));
  CHECK(offers(reply.finding("unknown_scheme"), "employee_combined"));
}

TEST_CASE("a scheme outside its dates is refused with those dates") {
  const auto reply = settle(with(claim(), "insured.scheme", "basic"));
  refused(reply, "scheme_not_valid", "insured.scheme");
  CHECK(reply.finding("scheme_not_valid")["message"].get<std::string>().find("2021-11-30") !=
        std::string::npos);
  refused(check(with(application(), "insured.scheme", "supplementary")), "scheme_not_valid",
          "insured.scheme");
  refused(settle(with(with(claim(), "claim.admitted", "2021-11-01"), "claim.discharged", "2021-11-30")),
          "scheme_not_valid", "insured.scheme");
}

TEST_CASE("an unknown policy, key or value offers the nearest known one") {
  CHECK(offers(settle(with(claim(), "policy", "zhongshang")).finding("unknown_policy"), "zhongshan"));
  CHECK(offers(settle(with(claim(), "claim.totl", "1.00")).finding("unknown_key"), "total"));
  CHECK(offers(settle(with(claim(), "claim.remote", "unfield")).finding("unknown_value"), "unfiled"));
  CHECK(offers(check(with(application(), "application.category", "referal")).finding("unknown_value"),
               "referral"));
  CHECK(offers(check(with(application(), "application.documents", Json::array({"identity_crad"})))
                   .finding("unknown_value"),
               "identity_card"));
  CHECK(settle(with(claim(), "claim.remote", "unfield")).finding("unknown_value")["allowed"].size() == 5);
}

TEST_CASE("a policy must be named") {
  auto request = claim();
  request.erase("policy");
  refused(settle(request), "missing_key", "policy");
}

TEST_CASE("a wrong check digit, birth date or length of an identity number is refused") {
  const auto number = [](const char* n) {
    return check(with(application(), "insured.certificate.number", n));
  };
  refused(number("110105194912310021"), "identity_number_check_digit", "insured.certificate.number");
  refused(number("11010519490230002X"), "identity_number_birth_date", "insured.certificate.number");
  refused(number("1101051949"), "identity_number_length", "insured.certificate.number");
  refused(number("1101051949123100AX"), "identity_number_characters", "insured.certificate.number");
  refused(check(with(with(application(), "as_of", "1949-12-30"), "insured.scheme", nullptr)),
          "identity_number_birth_date", "insured.certificate.number");
  CHECK(check(with(with(application(), "insured.certificate.type", "passport"), "insured.certificate.number",
                   "E12345678"))
            .usable);
  const auto agent =
      check(with(application(), "application.agent",
                 Json{{"relation", "子女"},
                      {"consent", true},
                      {"certificate", {{"type", "identity_card"}, {"number", "110105194912310021"}}}}));
  refused(agent, "identity_number_check_digit", "application.agent.certificate.number");
}

TEST_CASE("regions have six digits, levels lie between one and three, statuses are the three known ones") {
  refused(settle(with(claim(), "claim.provider.region", "4401")), "bad_region", "claim.provider.region");
  refused(settle(with(claim(), "claim.provider.region", "44010A")), "bad_region", "claim.provider.region");
  refused(settle(with(claim(), "claim.provider.region", 440100)), "wrong_type", "claim.provider.region");
  refused(settle(with(claim(), "claim.provider.level", 4)), "out_of_range", "claim.provider.level");
  refused(settle(with(claim(), "claim.provider.level", 18446744073709551615u)), "out_of_range",
          "claim.provider.level");
  refused(settle(with(claim(), "claim.provider.level", "3")), "wrong_type", "claim.provider.level");
  refused(settle(with(claim(), "statuses", Json::array({"repealed"}))), "unknown_value", "statuses.0");
  refused(settle(with(claim(), "statuses", Json::array())), "empty_list", "statuses");
  refused(settle(with(claim(), "insured.continuous_months", -1)), "out_of_range",
          "insured.continuous_months");
}

TEST_CASE("all faults come at once") {
  auto request = with(with(with(claim(), "claim.total", 50000), "claim.discharged", "2025-02-30"),
                      "insured.scheme", "nobody");
  request = with(with(request, "claim.provider.level", 9), "shceme", "x");
  const auto reply = settle(request);
  for (const auto* code :
       {"money_as_number", "impossible_date", "unknown_scheme", "out_of_range", "unknown_key"})
    CHECK(reply.found(code));
}

TEST_CASE("a message of the wrong shape is refused, whatever it is") {
  for (const auto* text :
       {"", " ", "null", "3", "[]", "\"policy\"", "{", "{\"policy\": }", "{\"policy\": \"zhongshan\"} x",
        "{\"policy\": [[[]]]}", "{\"policy\": \"zhongshan\", \"claim\": []}",
        "{\"policy\": \"zhongshan\", \"claim\": {\"provider\": 3}}"}) {
    INFO(text);
    CHECK_FALSE(contract::settle(test::built_in(), text, Language::zh).usable);
    CHECK_FALSE(Json::parse(contract::settle(test::built_in(), text, Language::zh).json)["findings"].empty());
  }
}

TEST_CASE("duplicate keys, deep nesting, bad UTF-8 and oversize are refused with their place") {
  const auto codes = [](const std::string& text) {
    std::string out;
    const Json reply = Json::parse(contract::settle(test::built_in(), text, Language::en).json);
    for (const Json& f : reply["findings"])
      out += f["code"].get<std::string>() + "@" + f["fact"].get<std::string>() + " ";
    return out;
  };
  CHECK(
      codes(
          R"({"policy": "zhongshan", "claim": {"care": "inpatient", "care": "outpatient"}, "policy": "x"})") ==
      "duplicate_key@claim.care duplicate_key@policy ");
  CHECK(codes(std::string(70, '[') + std::string(70, ']')).starts_with("too_deep@"));
  CHECK(codes("{\"policy\": \"\xFF\"}").starts_with("invalid_utf8@"));
  CHECK(codes("{\"policy\": \"" + std::string(2u << 20, 'a') + "\"}").starts_with("too_large@"));
  CHECK(codes("{\"policy\": 1e999}").starts_with("not_json@"));
  CHECK(codes("{\"policy\": \"\\ud800\"}").starts_with("not_json@"));
}

TEST_CASE("a finding has its words in both languages") {
  for (int i = 0; i <= static_cast<int>(contract::Fault::case_unreadable); ++i) {
    const Finding f = contract::finding(static_cast<contract::Fault>(i), "a.b", "x", {"y"});
    CHECK_FALSE(f.code.empty());
    for (const Text* text : {&f.message, &f.remedy}) {
      CHECK_FALSE(text->zh.empty());
      CHECK_FALSE(text->en.empty());
      CHECK(text->zh.find('{') == text->zh.find("{period}"));
    }
  }
}
