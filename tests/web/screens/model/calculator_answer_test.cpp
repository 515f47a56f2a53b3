#include "web/screens/model/calculator_answer.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/web/screens/model/packs_in_hand.h"

namespace mingbai::screens {
namespace {

Answer answer(const CalculatorForm& form, const strings::Strings& t = zh) {
  return calculator_answer(library(), editions(), names(), form, t);
}

CalculatorForm bill(std::string situation) {
  CalculatorForm form = unfiled_bill();
  form.situation = std::move(situation);
  return form;
}

}  // namespace

TEST_CASE("the worked example reads as it should") {
  const Answer shown = answer(unfiled_bill());
  REQUIRE(shown.state == Answer::State::determined);
  CHECK(shown.self_pay == "20,250.00");
  CHECK(shown.fund_pay == "29,750.00");
  CHECK(shown.own_per_cent == "40.5%");
  CHECK(shown.fund_per_cent == "59.5%");
  CHECK(shown.closing_sum == "5,000.00 + 9,000.00 + 1,000.00 + 5,250.00");
  REQUIRE(shown.filing);
  CHECK(shown.filing->lead == "不备案会多付");
  CHECK(shown.filing->amount == "7,650.00");
  CHECK(shown.filing->rows[0].amount == "20,250.00");
  CHECK(shown.filing->rows[1].amount == "12,600.00");
  CHECK(shown.filing->offers_filing);
}

TEST_CASE("pieces and steps of one bill fill it exactly") {
  for (const char* situation : {"local", "long_term_resident", "referral", "emergency", "temporary"}) {
    const Answer shown = answer(bill(situation));
    REQUIRE(shown.state == Answer::State::determined);
    std::int64_t pieces = 0, steps = 0;
    for (const StripPiece& piece : shown.pieces) pieces += piece.fen;
    for (const StepRow& row : shown.steps) steps += row.share_fen;
    CHECK(pieces == shown.total_fen);
    CHECK(steps == shown.total_fen);
  }
}

TEST_CASE("a piece carries the number of its step") {
  const Answer shown = answer(unfiled_bill());
  for (const StripPiece& piece : shown.pieces) {
    const StepRow& row = shown.steps.at(static_cast<std::size_t>(piece.number - 1));
    CHECK(row.number == piece.number);
    CHECK(row.share_fen == piece.fen);
  }
}

TEST_CASE("a saving by filing is shown to nobody whom a filing does not help") {
  for (const char* situation : {"temporary", "emergency", "local"}) {
    const Answer shown = answer(bill(situation));
    CHECK_FALSE(shown.filing);
  }
  CalculatorForm filed = bill("temporary");
  filed.filed = "yes";
  CHECK(answer(filed).self_pay == "20,250.00");
  CHECK_FALSE(answer(filed).filing);
}

TEST_CASE("a temporary traveller reads that a filing changes nothing, why, and what would") {
  const Answer shown = answer(bill("temporary"));
  REQUIRE(shown.remark);
  CHECK(shown.remark->title == "备不备案都一样");
  CHECK(shown.remark->body.find("转诊") != std::string::npos);
  CHECK(shown.remark->source);
}

TEST_CASE("an emergency is priced as filed") {
  const Answer shown = answer(bill("emergency"));
  CHECK(shown.self_pay == "12,600.00");
  REQUIRE(shown.remark);
  CHECK(shown.remark->title == "急诊不用先备案");
}

TEST_CASE("who has filed sees what the filing saves and no button") {
  CalculatorForm form = unfiled_bill();
  form.filed = "yes";
  const Answer shown = answer(form);
  CHECK(shown.self_pay == "12,600.00");
  REQUIRE(shown.filing);
  CHECK(shown.filing->amount == "7,650.00");
  CHECK_FALSE(shown.filing->offers_filing);
}

TEST_CASE("with rules in force only, no figure is shown in place of a rule") {
  CalculatorForm form = unfiled_bill();
  form.assume = false;
  const Answer shown = answer(form);
  CHECK(shown.state == Answer::State::undetermined);
  CHECK(shown.steps.empty());
  CHECK(shown.pieces.empty());
}

TEST_CASE("assumed values are counted once and named") {
  const Answer shown = answer(unfiled_bill());
  CHECK(shown.assumption_count >= 3);
  CHECK(shown.assumption_names.find("起付线") != std::string::npos);
  CHECK(shown.assumption_names.find("报销比例") != std::string::npos);
  CHECK(shown.assumption_names.find("计算次序") != std::string::npos);
  CHECK(shown.basis == policy::Status::assumed);
}

TEST_CASE("major illness keeps its row with nothing paid, because its reason matters") {
  const Answer shown = answer(unfiled_bill());
  const auto row = std::find_if(shown.steps.begin(), shown.steps.end(), [](const StepRow& r) { return r.key == "major_illness"; });
  REQUIRE(row != shown.steps.end());
  CHECK(row->amount == "0.00");
  CHECK_FALSE(row->formula.empty());
}

TEST_CASE("a rule that only a draft knows is cited as a draft and not used") {
  CalculatorForm form = unfiled_bill();
  form.insured = "zhongshan.basic";
  form.discharged = "2020-05-10";
  const Answer shown = answer(form);
  REQUIRE(shown.state == Answer::State::determined);
  const StepRow& row = shown.steps.back();
  CHECK(row.key == "major_illness");
  CHECK(row.amount == "0.00");
  REQUIRE(row.sources.size() == 1);
  CHECK(row.sources.front().status == policy::Status::draft);
  CHECK(row.sources.front().words == "征求意见·未采用");
}

TEST_CASE("levels are compared on the same bill") {
  const Answer shown = answer(unfiled_bill());
  REQUIRE(shown.levels);
  REQUIRE(shown.levels->rows.size() == 3);
  CHECK(shown.levels->rows[2].current);
  CHECK(shown.levels->rows[2].amount == "20,250.00");
}

TEST_CASE("English says the same with the same figures") {
  const Answer shown = answer(unfiled_bill(), en);
  CHECK(shown.self_pay == "20,250.00");
  REQUIRE(shown.filing);
  CHECK(shown.filing->amount == "7,650.00");
  CHECK(shown.filing->lead == "Not filing costs you");
}

TEST_CASE("per cent is rounded half up in tenths") {
  CHECK(per_cent(Money{2025000}, Money{5000000}) == "40.5%");
  CHECK(per_cent(Money{1}, Money{2}) == "50%");
  CHECK(per_cent(Money{1}, Money{3}) == "33.3%");
  CHECK(per_cent(Money{2}, Money{3}) == "66.7%");
  CHECK(per_cent(Money{0}, Money{0}) == "0%");
}

}  // namespace mingbai::screens
