#include <catch2/catch_test_macros.hpp>

#include "tests/web/screens/model/packs_in_hand.h"
#include "web/screens/model/calculator_claim.h"

namespace mingbai::screens {

TEST_CASE("the whole form survives in a link") {
  CalculatorForm form = unfiled_bill();
  form.filed = "yes";
  form.care = "special_disease";
  form.over_limit = "12.00";
  form.assume = false;
  form.draft = true;
  form.further = {{"claim.provider.kind", "community"}, {"insured.continuous_months", "30"}};
  const Date today = day("2026-11-21");
  CHECK(calculator_form(parse_route(to_hash(calculator_route(form, today))), today) == form);
}

TEST_CASE("a fresh form makes a bare link and is dated today") {
  const Date today = day("2026-11-21");
  const CalculatorForm form = calculator_form(Route{"calculator", {}}, today);
  CHECK(form.discharged == "2026-11-21");
  CHECK(to_hash(calculator_route(form, today)) == "#/calculator");
}

TEST_CASE("the situation is asked first, the place only of who is away") {
  CHECK(open_questions(CalculatorForm{}).front() == "situation");
  CalculatorForm form = unfiled_bill();
  CHECK(open_questions(form).empty());
  form.care_region.clear();
  CHECK(open_questions(form) == std::vector<std::string>{"care_region"});
  form.situation = "local";
  CHECK(open_questions(form).empty());
}

TEST_CASE("a strange link does not make a strange form") {
  const CalculatorForm form = calculator_form(parse_route("#/calculator?why=moon&filed=maybe&care=x"), day("2026-11-21"));
  CHECK(form.situation.empty());
  CHECK(form.filed == "no");
  CHECK(form.care == "inpatient");
}

TEST_CASE("faults stand at their fields, all at once") {
  CalculatorForm form = unfiled_bill();
  form.own_expense = "60000.00";
  form.admitted = "2026-02-30";
  form.upfront = "abc";
  const ReadForm read = read_form(library(), form, zh);
  CHECK_FALSE(read.claim.has_value());
  CHECK(read.faults.at("own_expense") == "自费不能超过总费用 50,000.00。");
  CHECK(read.faults.at("admitted") == "2 月没有 30 日，请改日期。");
  CHECK(read.faults.at("upfront") == "先行自付的部分只能填数字，比如 50000.00。");
}

TEST_CASE("a stay cannot end before it begins") {
  CalculatorForm form = unfiled_bill();
  form.admitted = "2026-12-24";
  CHECK(read_form(library(), form, zh).faults.at("discharged") == "出院日期早于入院日期，请改一个。");
}

TEST_CASE("a hospital level from a strange link is a fault of that field") {
  CalculatorForm form = unfiled_bill();
  form.level = "x9";
  CHECK(read_form(library(), form, zh).faults.contains("level"));
  form.level = "7";
  CHECK(read_form(library(), form, zh).faults.contains("level"));
}

}  // namespace mingbai::screens
