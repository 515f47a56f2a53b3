#include "web/screens/model/filing_check.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/web/screens/model/packs_in_hand.h"

namespace mingbai::screens {
namespace {

FilingForm resident_in_guangzhou() {
  FilingForm form = from_calculator(unfiled_bill());
  form.set("insured.enrolled", "yes");
  form.documents = {"identity_card", "pledge"};
  return form;
}

CheckView check(const FilingForm& form) { return filing_check(library(), names(), form, day("2026-11-21"), zh); }

std::map<std::string, std::string> faults(const FilingForm& form, bool complete) {
  return filing_faults(library(), names(), form, day("2026-11-21"), complete, zh);
}

bool asks(const CheckView& view, const char* field) {
  return std::find(view.open.begin(), view.open.end(), field) != view.open.end();
}

}  // namespace

TEST_CASE("a person with everything in hand reads that it can be filed") {
  const CheckView view = check(resident_in_guangzhou());
  CHECK(view.answer == CheckView::Answer::eligible);
  CHECK(view.heading == "能办。");
  CHECK(view.missing.empty());
  CHECK(view.open.empty());
  CHECK_FALSE(view.met.empty());
  CHECK(view.benefit_from == "2026-11-21");
}

TEST_CASE("only what is still needed is asked") {
  FilingForm form = resident_in_guangzhou();
  form.set("insured.enrolled", "");
  const CheckView view = check(form);
  CHECK(view.answer == CheckView::Answer::asking);
  CHECK(asks(view, "insured.enrolled"));
  CHECK_FALSE(asks(view, "application.care_region"));
}

TEST_CASE("nothing answered yet: the questions are named, nothing is refused") {
  const CheckView view = check(FilingForm{});
  CHECK(view.answer == CheckView::Answer::asking);
  CHECK(view.missing.empty());
  CHECK(asks(view, "insured"));
}

TEST_CASE("every missing document is named with its remedy and clause") {
  FilingForm form = resident_in_guangzhou();
  form.documents.clear();
  const CheckView view = check(form);
  CHECK(view.answer == CheckView::Answer::incomplete);
  CHECK(view.heading == "还不能办。差 2 样，补齐就能办。");
  REQUIRE(view.missing.size() == 2);
  for (const MissingRow& row : view.missing) {
    CHECK_FALSE(row.should.empty());
    CHECK(row.source);
  }
}

TEST_CASE("one of several documents is enough") {
  FilingForm form = resident_in_guangzhou();
  const CheckView view = check(form);
  for (const BringRow& row : view.bring) CHECK(row.held);
}

TEST_CASE("a temporary traveller is told not to file, an emergency that it counts as filed") {
  FilingForm form = resident_in_guangzhou();
  form.set("application.category", "temporary");
  CHECK(check(form).answer == CheckView::Answer::not_needed);
  CHECK(check(form).heading == "不用备案，备了报销也不会变。");
  form.set("application.category", "emergency");
  CHECK(check(form).answer == CheckView::Answer::not_needed);
}

TEST_CASE("who is not enrolled reads every reason at once") {
  FilingForm form = resident_in_guangzhou();
  form.set("insured.enrolled", "no");
  form.documents.clear();
  const CheckView view = check(form);
  CHECK(view.answer == CheckView::Answer::not_eligible);
  CHECK(view.missing.size() == 3);
}

TEST_CASE("a wrong check digit is a fault of its field and not of the entitlement") {
  FilingForm form = resident_in_guangzhou();
  form.name = "林小满";
  form.number = "110105194912310021";
  CHECK(check(form).answer == CheckView::Answer::eligible);
  CHECK(faults(form, false).contains("number"));
  form.number = "11010519491231002X";  // an invented number with a valid check digit
  CHECK(faults(form, true).empty());
}

TEST_CASE("a mistyped number is told before anything else is known") {
  FilingForm form;
  form.number = "110105194912310021";
  CHECK(faults(form, false).contains("number"));
}

TEST_CASE("what is still empty is a fault only when the person wants to submit") {
  const FilingForm form = resident_in_guangzhou();
  CHECK(faults(form, false).empty());
  const auto all = faults(form, true);
  CHECK(all.contains("name"));
  CHECK(all.contains("number"));
}

TEST_CASE("acting for somebody needs name, relation and consent") {
  FilingForm form = resident_in_guangzhou();
  form.whom = "other";
  const auto all = faults(form, true);
  CHECK(all.contains("agent_name"));
  CHECK(all.contains("relation"));
  CHECK(all.contains("consent"));
}

TEST_CASE("who acts for another is asked for relation and consent before anything is filled in") {
  FilingForm form = resident_in_guangzhou();
  form.whom = "other";
  const CheckView view = check(form);
  CHECK(view.answer == CheckView::Answer::asking);
  CHECK(asks(view, "relation"));
  CHECK(asks(view, "consent"));
  CHECK(view.missing.empty());
  form.relation = "child";
  form.consent = true;
  CHECK(check(form).answer == CheckView::Answer::eligible);
}

TEST_CASE("a refusal in Chuxiong tells every reason at once, with clause, remedy and the smallest changes") {
  FilingForm form;
  form.kind = "special_disease";
  form.insured = "chuxiong.resident";
  for (const auto& [fact, value] : {std::pair("insured.enrolled", "yes"), {"application.channel", "online"},
                                    {"application.setting", "outpatient"}, {"application.disease.code", "psychosis"},
                                    {"application.disease.class", "special"}, {"application.provider.code", "一家医院"},
                                    {"application.provider.region", "532300"}, {"application.provider.kind", "hospital"},
                                    {"application.provider.level", "2"}, {"application.provider.ownership", "public"},
                                    {"application.physician.title", "resident"}, {"application.physician.registered", "yes"}}) {
    form.set(fact, value);
  }
  const CheckView view = check(form);
  CHECK(view.answer == CheckView::Answer::not_eligible);
  REQUIRE(view.missing.size() == 4);  // level, title, two papers
  for (const MissingRow& row : view.missing) {
    CHECK_FALSE(row.should.empty());
    CHECK(row.source);
  }
  REQUIRE_FALSE(view.changes.empty());
  CHECK_FALSE(view.changes.front().front().to.empty());
  CHECK(view.must_not_be_asked.size() == 1);
}

TEST_CASE("what an institution decides is prepared here and no more") {
  FilingForm form;
  form.kind = "special_disease";
  form.insured = "zhongshan.employee_combined";
  form.set("insured.enrolled", "yes");
  form.set("application.disease.code", "M03900");
  form.set("application.provider.code", "zs-people");
  form.set("application.channel", "institution");
  form.documents = {"identity_card", "diagnosis_certificate"};
  CHECK(check(form).answer == CheckView::Answer::eligible);
  CHECK(check(form).prepares.find("医院") != std::string::npos);
  form.set("application.channel", "online");
  CHECK(check(form).answer == CheckView::Answer::not_eligible);
  CHECK(check(form).changes.size() >= 1);
}

TEST_CASE("where no rule is in force the answer says so and refuses nothing") {
  FilingForm form;
  form.kind = "manual_claim";
  form.insured = "zhongshan.employee_combined";
  CHECK(check(form).answer == CheckView::Answer::no_rule);
}

TEST_CASE("impossible and reversed dates are said at their fields") {
  FilingForm form = resident_in_guangzhou();
  form.set("application.from", "2026-02-30");
  CHECK(faults(form, false).at("from") == "2 月没有 30 日，请改日期。");
  form.set("application.from", "2026-12-02");
  form.set("application.to", "2026-12-01");
  CHECK(faults(form, false).contains("to"));
}

}  // namespace mingbai::screens
