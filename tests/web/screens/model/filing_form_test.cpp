#include "web/screens/model/filing_form.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "tests/web/screens/model/packs_in_hand.h"

namespace mingbai::screens {
namespace {

FilingForm for_somebody() {
  FilingForm form;
  form.insured = "zhongshan.resident";
  form.category = "referral";
  form.care_region = "440100";
  form.enrolled = "yes";
  form.whom = "other";
  form.name = "林小满";
  form.number = "11010519491231002x";  // an invented number with a valid check digit
  form.agent_name = "林大年";
  form.relation = "child";
  form.consent = true;
  form.documents = {"identity_card", "referral_certificate"};
  form.from = "2026/11/21";
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
  FilingForm form = for_somebody();
  const FilingForm again = form_of_payload(payload(form, names()));
  CHECK(again.name == form.name);
  CHECK(again.category == form.category);
  CHECK(again.whom == "other");
  CHECK(again.documents == form.documents);
}

TEST_CASE("the calculator's answers are not asked again") {
  const FilingForm form = from_calculator(unfiled_bill());
  CHECK(form.insured == "zhongshan.employee_combined");
  CHECK(form.category == "long_term_resident");
  CHECK(form.care_region == "440100");
  CalculatorForm home = unfiled_bill();
  home.situation = "local";
  CHECK(from_calculator(home).category.empty());
}

TEST_CASE("names and numbers are masked by characters, not bytes") {
  CHECK(masked_number("11010519491231002X") == "1101**********002X");
  CHECK(masked_number("1234") == "****");
  CHECK(masked_name("林小满") == "林*满");
  CHECK(masked_name("林满") == "林*");
  CHECK(masked_name("") == "");
}

}  // namespace mingbai::screens
