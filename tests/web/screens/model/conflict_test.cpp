#include "web/screens/model/conflict.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/web/screens/model/packs_in_hand.h"
#include "web/screens/model/filing_form.h"

namespace mingbai::screens {
namespace {

FilingForm filed_form() {
  FilingForm form = from_calculator(unfiled_bill());
  form.set("insured.enrolled", "yes");
  form.name = "林小满";
  form.number = "442000195603120244";
  form.documents = {"identity_card", "residence_proof"};
  return form;
}

Filed theirs(const FilingForm& form) {
  return {.filing = "f1", .kind = "remote_care", .state = "received", .stage = "submitted", .payload = payload(form, names()),
          .receipt_number = "ZS261121-7K4M", .received_at = "2026-11-22T02:00:00Z", .sha256 = {}, .findings = {},
          .events = {{"received", "2026-11-22T02:00:00Z", {}}, {"submitted", "2026-11-22T02:00:00Z", {}, "agent"}, {"took_effect", "2026-11-22T03:00:00Z", {}, "system"}},
          .version = 2};
}

HeldConflict ours(const FilingForm& form) {
  return {.id = "c1", .filing = "f1", .kind = "remote_care", .payload = payload(form, names()), .made_at = "2026-11-22T01:30:00Z", .base_version = 1};
}

const ConflictField* field(const ConflictView& view, std::string_view part) {
  const auto found = std::ranges::find(view.differing, part, &ConflictField::part);
  return found == view.differing.end() ? nullptr : &*found;
}

ConflictView shown(const FilingForm& mine, const FilingForm& other) { return conflict_view(names(), ours(mine), theirs(other), zh); }

}  // namespace

TEST_CASE("only what differs stands side by side, in words; the rest is one list of names") {
  FilingForm mine = filed_form(), other = filed_form();
  mine.set("application.care_region", "440300");
  const auto view = shown(mine, other);
  REQUIRE(view.differing.size() == 1);
  CHECK(view.differing[0].part == "application.care_region");
  CHECK(view.differing[0].label == "去哪里看病");
  CHECK(view.differing[0].mine == "深圳市");
  CHECK(view.differing[0].theirs == "广州市");
  CHECK(std::ranges::find(view.equal, "参保人") != view.equal.end());
  CHECK(std::ranges::find(view.equal, "参保类型") != view.equal.end());
}

TEST_CASE("each side says who, when in Beijing time, and where it stands in the server's order") {
  const auto view = shown(filed_form(), filed_form());
  CHECK(view.mine.who == "这台设备");
  CHECK(view.mine.when == "2026-11-22 09:30");
  CHECK(view.mine.order.find("第 1 版") != std::string::npos);
  CHECK(view.theirs.who == "别的设备（代办人）");
  CHECK(view.theirs.when == "2026-11-22 10:00");
  CHECK(view.theirs.order.find("第 2 版") != std::string::npos);
}

TEST_CASE("what only one side has is said to be missing on the other, and documents are named") {
  FilingForm mine = filed_form(), other = filed_form();
  mine.set("application.from", "2026-12-01");
  other.documents = {"identity_card"};
  const auto view = shown(mine, other);
  REQUIRE(field(view, "application.from") != nullptr);
  CHECK(field(view, "application.from")->theirs == "没写");
  REQUIRE(field(view, "application.documents") != nullptr);
  CHECK(field(view, "application.documents")->mine.find("居民身份证") != std::string::npos);
  CHECK(field(view, "application.documents")->mine != field(view, "application.documents")->theirs);
}

TEST_CASE("numbers that look alike when masked are told in full, others stay masked") {
  FilingForm mine = filed_form(), other = filed_form();
  other.number = "442000196703120244";
  const auto alike = shown(mine, other);
  REQUIRE(field(alike, "insured.certificate") != nullptr);
  CHECK(field(alike, "insured.certificate")->mine == "442000195603120244");
  CHECK(field(alike, "insured.certificate")->theirs == "442000196703120244");
  other.number = "310000196703120999";
  CHECK(field(shown(mine, other), "insured.certificate")->mine.find('*') != std::string::npos);
}

TEST_CASE("an agent is one part: with and without one are told as such") {
  FilingForm mine = filed_form(), other = filed_form();
  mine.whom = "other";
  mine.agent_name = "示例女儿";
  mine.relation = "child";
  mine.consent = true;
  const auto view = shown(mine, other);
  REQUIRE(field(view, "application.agent") != nullptr);
  CHECK(field(view, "application.agent")->mine.find("本人同意") != std::string::npos);
  CHECK(field(view, "application.agent")->theirs == "自己办，没有代办人");
}

TEST_CASE("what is chosen field by field is theirs with our parts, whole") {
  FilingForm mine = filed_form(), other = filed_form();
  mine.set("application.care_region", "440300");
  mine.set("application.from", "2026-12-01");
  other.documents = {"identity_card"};
  const auto view = shown(mine, other);
  CHECK(left_to_choose(view, {{"application.care_region", "mine"}}) == 2);
  const std::map<std::string, std::string> choices = {
      {"application.care_region", "mine"}, {"application.from", "theirs"}, {"application.documents", "mine"}};
  CHECK(left_to_choose(view, choices) == 0);
  const FilingForm chosen = form_of_payload(chosen_payload(ours(mine), theirs(other), choices));
  CHECK(chosen.answer("application.care_region") == "440300");
  CHECK(chosen.answer("application.from").empty());
  CHECK(chosen.documents == mine.documents);
  CHECK(chosen.name == "林小满");
  const auto nothing = form_of_payload(chosen_payload(ours(other), theirs(mine), {{"application.from", "mine"}}));
  CHECK(nothing.answer("application.from").empty());
}

TEST_CASE("a filing that is decided or over takes no edit: ours can only become a new one") {
  for (const char* stage : {"withdrawn", "cancelled", "in_effect", "confirmed"}) {
    Filed filed = theirs(filed_form());
    filed.stage = stage;
    CHECK(conflict_view(names(), ours(filed_form()), filed, zh).over);
  }
  CHECK_FALSE(shown(filed_form(), filed_form()).over);
}

}  // namespace mingbai::screens
