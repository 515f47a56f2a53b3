#include "web/screens/model/filing_questions.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/web/screens/model/packs_in_hand.h"
#include "web/screens/model/filing_options.h"

namespace mingbai::screens {
namespace {

using Section = FilingQuestion::Section;

FilingForm filing(const char* kind, const char* insured) {
  FilingForm form;
  form.kind = kind;
  form.insured = insured;
  return form;
}

std::vector<FilingQuestion> asked(const FilingForm& form) {
  return filing_questions(library(), names(), form, day("2026-11-21"), zh);
}

const FilingQuestion* find(const std::vector<FilingQuestion>& questions, const char* fact) {
  const auto found = std::ranges::find(questions, fact, &FilingQuestion::fact);
  return found == questions.end() ? nullptr : &*found;
}

bool asks(const FilingForm& form, const char* fact) { return find(asked(form), fact) != nullptr; }

FilingForm chronic_in_chuxiong() {
  FilingForm form = filing("special_disease", "chuxiong.resident");
  form.set("insured.enrolled", "yes");
  form.set("application.channel", "online");
  form.set("application.disease.code", "高血压");
  form.set("application.disease.class", "chronic");
  form.set("application.provider.code", "一家医院");
  form.set("application.provider.region", "532300");
  form.set("application.provider.ownership", "public");
  return form;
}

}  // namespace

TEST_CASE("remote care asks why and where, and nothing about a disease") {
  const FilingForm form = filing("remote_care", "zhongshan.resident");
  CHECK(asks(form, "insured.enrolled"));
  CHECK(asks(form, "application.category"));
  CHECK(asks(form, "application.care_region"));
  CHECK_FALSE(asks(form, "application.disease.code"));
  CHECK_FALSE(asks(form, "application.channel"));
}

TEST_CASE("an answered question stays where it stood while it matters") {
  FilingForm form = filing("remote_care", "zhongshan.resident");
  form.set("application.category", "referral");
  const auto questions = asked(form);
  const FilingQuestion* category = find(questions, "application.category");
  REQUIRE(category != nullptr);
  CHECK(category->answered);
  CHECK_FALSE(category->optional);
}

TEST_CASE("a score of last year is asked of private hospitals only") {
  FilingForm form = chronic_in_chuxiong();
  CHECK_FALSE(asks(form, "application.provider.last_score"));
  CHECK(asks(form, "application.provider.level"));
  form.set("application.provider.ownership", "private");
  CHECK(asks(form, "application.provider.last_score"));
  CHECK(asks(form, "application.provider.assessed"));
}

TEST_CASE("a hospital the list grants needs no level") {
  FilingForm form = chronic_in_chuxiong();
  for (const char* told : {"application.provider.region", "application.provider.ownership"}) form.set(told, "");
  form.set("application.provider.code", "lufeng-peoples");
  CHECK_FALSE(asks(form, "application.provider.level"));
  CHECK_FALSE(asks(form, "application.provider.region"));
}

TEST_CASE("at discharge nobody asks for the doctor") {
  FilingForm form = chronic_in_chuxiong();
  form.set("application.setting", "outpatient");
  CHECK(asks(form, "application.physician.title"));
  form.set("application.setting", "discharge");
  CHECK_FALSE(asks(form, "application.physician.title"));
}

TEST_CASE("what a rule looks at only where it is known is optional") {
  FilingForm form = filing("special_disease", "zhongshan.resident");
  form.set("insured.enrolled", "yes");
  form.set("application.disease.code", "M04600");
  form.set("application.provider.code", "zs-people");
  const auto questions = asked(form);
  const FilingQuestion* qualified = find(questions, "application.provider.qualified");
  REQUIRE(qualified != nullptr);
  CHECK(qualified->optional);
}

TEST_CASE("the diseases of the province and the institutions with their grants are choices") {
  FilingForm form = filing("special_disease", "zhongshan.resident");
  form.set("application.disease.code", "M03900");
  const auto questions = asked(form);
  const FilingQuestion* disease = find(questions, "application.disease.code");
  const FilingQuestion* institution = find(questions, "application.provider.code");
  REQUIRE(disease != nullptr);
  REQUIRE(institution != nullptr);
  CHECK(disease->listed > 50);
  CHECK(narrowed(disease->options, "高血压").size() >= 1);
  CHECK(narrowed(disease->options, "m03900").size() == 1);
  CHECK(institution->options.front().detail == "能确认这个病");
}

TEST_CASE("a selection asks for institutions and of each what the catalogue does not say") {
  FilingForm form = filing("provider_selection", "zhongshan.employee_pooled");
  const auto questions = asked(form);
  const FilingQuestion* chosen = find(questions, "application.providers");
  REQUIRE(chosen != nullptr);
  CHECK(chosen->kind == FilingQuestion::Kind::institutions);
  CHECK_FALSE(chosen->answered);
  const auto of = [&](const char* code) { return institution_questions(library(), names(), form, {code, {}}, day("2026-11-21"), zh); };
  CHECK(find(of("zs-people"), "kind") == nullptr);
  CHECK(find(of("zs-people"), "qualified") != nullptr);
  CHECK(find(of("某社区中心"), "kind") != nullptr);
}

TEST_CASE("late entry and manual claim ask what their rules need") {
  CHECK(asks(filing("late_entry", "tangshan.resident"), "application.reason"));
  CHECK(asks(filing("late_entry", "tangshan.resident"), "application.service_date"));
  CHECK(asks(filing("manual_claim", "tangshan.resident"), "application.disease.code"));
  CHECK(asks(filing("manual_claim", "tangshan.resident"), "application.provider.region"));
}

TEST_CASE("one section comes after the other, those with answers stay in sight") {
  FilingForm form = filing("special_disease", "chuxiong.resident");
  CHECK(sections_in_sight(asked(form)) == std::vector{Section::insured});
  form.set("insured.enrolled", "yes");
  CHECK(sections_in_sight(asked(form)) == std::vector{Section::insured, Section::disease});
  form.set("application.provider.code", "lufeng-peoples");
  const auto seen = sections_in_sight(asked(form));
  CHECK(std::ranges::find(seen, Section::institution) != seen.end());  // it holds an answer
  CHECK(std::ranges::find(seen, Section::way) == seen.end());
}

TEST_CASE("the channel that the pack takes is the usual one, online before the rest") {
  const Date today = day("2026-11-21");
  CHECK(usual_channel(library(), names(), chronic_in_chuxiong(), today) == "online");
  CHECK(usual_channel(library(), names(), filing("special_disease", "zhongshan.resident"), today) == "institution");
  CHECK(usual_channel(library(), names(), filing("provider_selection", "zhongshan.basic"), day("2021-06-10")) == "institution");
}

TEST_CASE("a kind names the places whose rules are in hand") {
  const Date today = day("2026-11-21");
  CHECK(places_with_rules(library(), names(), "recheck", today) == std::vector<std::string>{"chuxiong"});
  CHECK(places_with_rules(library(), names(), "remote_care", today) == std::vector<std::string>{"zhongshan"});
  CHECK(places_with_rules(library(), names(), "negotiated_drug", today).empty());
}

}  // namespace mingbai::screens
