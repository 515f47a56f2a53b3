#include "web/screens/model/filing_acts.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "tests/web/screens/model/packs_in_hand.h"
#include "web/screens/model/filing_form.h"

namespace mingbai::screens {
namespace {

Filed granted(const char* kind = "special_disease") {
  FilingForm form;
  form.kind = kind;
  form.insured = "chuxiong.resident";
  form.number = "11010519491231002X";  // an invented number with a valid check digit
  form.set("application.disease.code", "psychosis");
  form.set("application.provider.code", "lufeng-peoples");
  Filed filed{.filing = "77b1", .kind = kind, .state = "received", .stage = "in_effect", .payload = payload(form, names()),
              .receipt_number = "CX261121-0004K"};
  filed.version = 3;
  filed.next = {"note", "cancel", "change_providers"};
  return filed;
}

}  // namespace

TEST_CASE("only what the server leaves open is offered") {
  CHECK(own_acts(granted()) == std::vector<std::string>{"change_providers", "cancel"});
  Filed waiting = granted();
  waiting.next = {"withdraw", "supply", "confirm"};
  CHECK(own_acts(waiting) == std::vector<std::string>{"supply", "withdraw"});
  for (const std::string& act : own_acts(waiting)) CHECK_FALSE(act_words(act, zh).empty());
}

TEST_CASE("an act names the version last seen") {
  const auto body = nlohmann::json::parse(act_body(granted(), "cancel", {.reason = "搬回来了"}));
  CHECK(body["type"] == "cancel");
  CHECK(body["version"] == 3);
  CHECK(body["reason"] == "搬回来了");
  CHECK_FALSE(body.contains("providers"));
}

TEST_CASE("a notice is printed of what was granted, a refusal of what was refused, a receipt of what was received") {
  CHECK(print_pages(granted(), zh).size() == 2);
  CHECK(print_pages(granted(), en).front().address == "/api/v1/filings/77b1/notice?lang=en");
  Filed refused = granted();
  refused.stage = "refused";
  refused.receipt_number.clear();
  REQUIRE(print_pages(refused, zh).size() == 1);
  CHECK(print_pages(refused, zh).front().address.find("/refusal") != std::string::npos);
  CHECK(print_pages("77b1", "refusal_proposed", true, zh).size() == 1);
}

TEST_CASE("a recheck is asked where the pack has rules for it, and follows the filing of the same person and disease") {
  CHECK(can_recheck(library(), names(), granted(), day("2026-11-21")));
  Filed withdrawn = granted();
  withdrawn.stage = "withdrawn";
  CHECK_FALSE(can_recheck(library(), names(), withdrawn, day("2026-11-21")));
  DeviceState device;
  device.filings = {granted()};
  Filed recheck = granted("recheck");
  recheck.filing = "88c2";
  REQUIRE(followed_by(device, recheck) != nullptr);
  CHECK(followed_by(device, recheck)->filing == "77b1");
  CHECK(followed_by(device, granted()) == nullptr);
}

TEST_CASE("institutions to choose stand with what they may do, papers with their names") {
  CHECK(named_institutions(granted()) == std::vector<std::string>{"lufeng-peoples"});
  CHECK(institutions_to_choose(library(), granted(), day("2026-11-21"), zh).size() == 6);
  Filed outpatient = granted();
  FilingForm form = form_of_payload(outpatient.payload);
  form.set("application.setting", "outpatient");
  outpatient.payload = payload(form, names());
  CHECK_FALSE(papers_to_supply(library(), names(), outpatient, day("2026-11-21"), zh).empty());
}

}  // namespace mingbai::screens
