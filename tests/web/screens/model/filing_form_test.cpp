#include "web/screens/model/filing_form.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "tests/web/screens/model/packs_in_hand.h"

namespace mingbai::screens {
namespace {

FilingForm for_somebody() {
  FilingForm form;
  form.insured = "zhongshan.resident";
  form.kind = "remote_care";
  form.set("application.category", "referral");
  form.set("application.care_region", "440100");
  form.set("insured.enrolled", "yes");
  form.whom = "other";
  form.name = "林小满";
  form.number = "11010519491231002x";  // an invented number with a valid check digit
  form.agent_name = "林大年";
  form.relation = "child";
  form.consent = true;
  form.documents = {"identity_card", "referral_certificate"};
  form.set("application.from", "2026/11/21");
  return form;
}

}  // namespace

TEST_CASE("a draft comes back as it was typed") { CHECK(filing_form(to_json(for_somebody())) == for_somebody()); }

TEST_CASE("a draft somebody broke is an empty form") {
  CHECK(filing_form("not json") == FilingForm{});
  CHECK(filing_form(R"({"name": 3, "documents": "x", "consent": "yes"})") == FilingForm{});
}

TEST_CASE("the payload is the check message without date and statuses") {
  const auto json = nlohmann::json::parse(payload(for_somebody(), names()));
  CHECK(json["policy"] == "zhongshan");
  CHECK(json["insured"]["scheme"] == "resident");
  CHECK(json["insured"]["region"] == "442000");
  CHECK(json["insured"]["certificate"]["number"] == "11010519491231002X");
  CHECK(json["application"]["kind"] == "remote_care");
  CHECK(json["application"]["channel"] == "online");
  CHECK(json["application"]["from"] == "2026-11-21");
  CHECK(json["application"]["agent"]["consent"] == true);
  CHECK_FALSE(json.contains("as_of"));
  CHECK_FALSE(json.contains("statuses"));
}

TEST_CASE("who files for himself has no agent") {
  FilingForm form = for_somebody();
  form.whom = "self";
  CHECK(nlohmann::json::parse(payload(form, names()))["application"]["agent"].is_null());
}

TEST_CASE("a received payload fills the form again") {
  const FilingForm form = for_somebody();
  const FilingForm again = form_of_payload(payload(form, names()));
  CHECK(again.name == form.name);
  CHECK(again.kind == "remote_care");
  CHECK(again.answer("application.category") == "referral");
  CHECK(again.answer("insured.enrolled") == "yes");
  CHECK(again.answer("application.from") == "2026-11-21");
  CHECK(again.whom == "other");
  CHECK(again.documents == form.documents);
}

TEST_CASE("the calculator's answers are not asked again") {
  const FilingForm form = from_calculator(unfiled_bill());
  CHECK(form.insured == "zhongshan.employee_combined");
  CHECK(form.answer("application.category") == "long_term_resident");
  CHECK(form.answer("application.care_region") == "440100");
  CalculatorForm home = unfiled_bill();
  home.situation = "local";
  CHECK(from_calculator(home).answer("application.category").empty());
}

TEST_CASE("a draft of the time when remote care was the only kind is read as one") {
  const FilingForm form = filing_form(R"({"insured": "zhongshan.resident", "category": "referral", "enrolled": "yes", "from": "2026-11-21"})");
  CHECK(form.kind == "remote_care");
  CHECK(form.answer("application.category") == "referral");
  CHECK(form.answer("insured.enrolled") == "yes");
}

TEST_CASE("an answer goes where its fact's name says, in the fact's type") {
  FilingForm form;
  form.kind = "special_disease";
  form.insured = "chuxiong.resident";
  form.set("application.provider.level", "3");
  form.set("application.physician.registered", "no");
  form.set("application.provider.last_score", "many");
  form.set("application.service_date", "2026/2/30");
  const auto json = nlohmann::json::parse(payload(form, names()));
  CHECK(json["application"]["provider"]["level"] == 3);
  CHECK(json["application"]["physician"]["registered"] == false);
  CHECK_FALSE(json["application"]["provider"].contains("last_score"));
  CHECK_FALSE(json["application"].contains("service_date"));
  CHECK_FALSE(json["application"].contains("channel"));
}

TEST_CASE("several institutions travel with what the catalogue does not say of them") {
  FilingForm form;
  form.kind = "provider_selection";
  form.insured = "zhongshan.employee_pooled";
  form.institutions = {{"zs-people", {{"qualified", "yes"}}}, {"某社区", {{"kind", "community"}, {"region", "442000"}}}};
  const std::string text = payload(form, names());
  const auto json = nlohmann::json::parse(text);
  CHECK(json["application"]["providers"][0]["qualified"] == true);
  CHECK(json["application"]["providers"][1]["kind"] == "community");
  CHECK(form_of_payload(text).institutions == form.institutions);
  CHECK(filing_form(to_json(form)) == form);
}

TEST_CASE("a recheck keeps person, disease and institution, and names what it follows") {
  FilingForm form = for_somebody();
  form.kind = "special_disease";
  form.set("application.disease.code", "psychosis");
  form.set("application.provider.code", "lufeng-peoples");
  const FilingForm recheck = recheck_of("77b1", payload(form, names()), "2026-01-05");
  CHECK(recheck.kind == "recheck");
  CHECK(recheck.name == form.name);
  CHECK(recheck.answer("application.provider.code") == "lufeng-peoples");
  CHECK(recheck.answer("application.category").empty());
  CHECK(recheck.documents.empty());
  const auto json = nlohmann::json::parse(payload(recheck, names()));
  CHECK(json["insured"]["confirmed_diseases"][0]["code"] == "psychosis");
  CHECK(json["insured"]["confirmed_diseases"][0]["from"] == "2026-01-05");
}

TEST_CASE("a link holds kind, scheme and facts of the matter, and nobody's name") {
  const FilingForm form = filing_form(parse_route(
      "#/file?kind=special_disease&insured=chuxiong&application.disease.code=psychosis&application.agent.name=x&insured.name=y&number=z"));
  CHECK(form.kind == "special_disease");
  CHECK(form.policy() == "chuxiong");
  CHECK(form.scheme().empty());
  CHECK(form.answers.size() == 1);
  CHECK(form.name.empty());
  CHECK(filing_form(parse_route("#/file?kind=procurement")).kind.empty());
}

}  // namespace mingbai::screens
